foreach (a in $b) { }
