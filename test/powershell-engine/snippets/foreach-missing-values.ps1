foreach ($a in ) { }
