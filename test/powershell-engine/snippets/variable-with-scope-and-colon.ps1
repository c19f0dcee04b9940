$script:a: = 1
"$script:a: text"
