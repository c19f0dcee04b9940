$a; $_; $$; $^; $?; $env:Path; $script:b; ${c d}; ${env:ProgramFiles(x86)}; $global:e; $a::b; ${a`}b}
