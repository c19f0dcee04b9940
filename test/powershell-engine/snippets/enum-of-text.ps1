enum A : string { b }
