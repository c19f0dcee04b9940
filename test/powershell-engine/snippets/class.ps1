class A {
  [int]$x
  [string]$y = 'z'
  static [int]$count = 0
  hidden [object]$h
  $untyped
  A() { }
  A([int]$x) { $this.x = $x }
  [int] Get() { return $this.x }
  static [A] Make([int]$x) { return [A]::new($x) }
  [void] Do() { $this.x = 1 }
  Nothing() { }
  [int] Branch($a) { if ($a) { return 1 } else { return 2 } }
}
