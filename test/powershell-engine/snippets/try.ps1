try { 1 } catch { 2 }
try { 1 } finally { 2 }
try { 1 } catch [System.IO.IOException] { 2 } catch [ArgumentException], [InvalidOperationException] { 3 } catch { 4 } finally { 5 }
