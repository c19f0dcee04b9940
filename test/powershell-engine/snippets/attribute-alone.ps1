[Parameter()]
