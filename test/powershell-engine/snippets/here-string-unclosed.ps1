$a = @"
text
