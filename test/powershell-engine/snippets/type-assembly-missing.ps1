[System.String, ]
