[System.String, mscorlib]
