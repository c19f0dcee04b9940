[DscResource()]
class A {
  [DscProperty(Key)][string]$Name
  [A] Get() { return $this }
}
