trap
1
