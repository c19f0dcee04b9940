try { 1 } catch [ArgumentException] { 2 } catch [ArgumentException] { 3 }
