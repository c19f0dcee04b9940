class A { A([int]$x) { } }
class B : A {
  B() : base(1) { }
}
class C : System.IComparable { [int] CompareTo([object]$o) { return 0 } }
