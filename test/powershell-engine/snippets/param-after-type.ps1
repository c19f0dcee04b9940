[int]
param($b)
