"$name: text"
