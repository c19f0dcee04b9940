enum A { b = }
