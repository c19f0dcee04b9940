param([ValidateSet("a$b")]$a)
