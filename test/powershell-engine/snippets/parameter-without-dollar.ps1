param(Name)
