$a = 1
param($b)
