if ($true) {
  # Start the signature block
  Get-Process
}
Get-Service
