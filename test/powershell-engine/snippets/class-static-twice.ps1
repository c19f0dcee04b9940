class A {
  static static [int]$x
}
