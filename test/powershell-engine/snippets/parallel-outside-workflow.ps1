parallel { 1 }
