switch ($a)
1
