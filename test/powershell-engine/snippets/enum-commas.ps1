enum A { b, c }
