[Parameter()]1
