class A {
  [int]$x
  static [int] Get() { return $this.x }
}
