$a = [int 1
