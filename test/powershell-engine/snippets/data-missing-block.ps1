data text
1
