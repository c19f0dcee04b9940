class A {
  [void] Get([int]$a { }
}
