from 1
