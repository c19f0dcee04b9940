foreach ($a in 1) { try { } finally { break } }
