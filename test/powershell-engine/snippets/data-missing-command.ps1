data -SupportedCommand { 1 }
