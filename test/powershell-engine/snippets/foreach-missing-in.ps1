foreach ($a of $b) { }
