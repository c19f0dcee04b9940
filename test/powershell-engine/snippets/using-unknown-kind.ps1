using library a
