function f { begin 1 }
