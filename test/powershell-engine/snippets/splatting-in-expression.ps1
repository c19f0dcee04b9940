$a = @b
