$a -band 1 -bor 2 -bxor 3; -bnot 4; 1 -shl 2; 8 -shr 1
