function f
1
