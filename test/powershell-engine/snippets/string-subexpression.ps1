"$(if ($a) { "inner ""quoted"" $(1)" } else { 'no' })"
