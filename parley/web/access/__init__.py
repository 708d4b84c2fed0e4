"""Who may do what on the server: the rules every request passes, and how people sign in."""
