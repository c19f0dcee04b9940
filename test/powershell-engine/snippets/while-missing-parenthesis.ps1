while ($a { }
