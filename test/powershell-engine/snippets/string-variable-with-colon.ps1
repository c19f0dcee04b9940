"$env:Path $script:a"
