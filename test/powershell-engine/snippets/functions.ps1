function f { 1 }
function g($a, [int]$b = 2) { $a }
function h {
  param($a)
  $a
}
filter i { $_ }
function script:j { }
function Get-It
{
}
function k() { param($a) }
