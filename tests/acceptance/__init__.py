"""The program as its user meets it: whole workspaces, the command, and what comes out."""
