[Linq.Enumerable]::Empty[int]()
$a.b[0].c
$x.m[int, string](1)
