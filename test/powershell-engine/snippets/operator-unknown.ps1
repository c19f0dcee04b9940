$a -equals 1
