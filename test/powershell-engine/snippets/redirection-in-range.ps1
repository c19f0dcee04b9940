1..3>a.txt
