function f { begin { 1 } process { $_ } clean { 2 } }
