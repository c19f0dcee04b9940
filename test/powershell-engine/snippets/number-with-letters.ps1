$a = 12abc
