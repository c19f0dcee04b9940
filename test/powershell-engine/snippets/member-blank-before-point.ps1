$a .b
