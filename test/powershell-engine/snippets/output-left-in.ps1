Name  : a
State : Running
