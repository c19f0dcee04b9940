function f { return }
function g { return 1 + 2 }
function h { throw }
function i { throw "x" }
function j { exit 1 }
foreach ($a in 1) { break }
foreach ($a in 1) { continue }
