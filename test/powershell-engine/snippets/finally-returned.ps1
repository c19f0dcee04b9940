function f { try { } finally { return } }
