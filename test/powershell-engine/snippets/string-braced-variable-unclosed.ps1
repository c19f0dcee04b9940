"${name and more"
