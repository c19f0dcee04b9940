[int]; [int]1; [System.IO.Path]; [int[]]; [int[,]]; [System.Collections.Generic.List[string]]; [System.Collections.Generic.Dictionary[string, int]]; [Tuple[int, [string]]]
