function f {
  param($a)
  dynamicparam { }
  begin { 1 }
  process { 2 }
  end { 3 }
}
function g { process { $_ } clean { } }
