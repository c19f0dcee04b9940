enum A {
  b
