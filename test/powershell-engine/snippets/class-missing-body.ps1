class A
1
