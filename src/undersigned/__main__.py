"""`python -m undersigned` is the command `undersigned`."""

from undersigned.cli import run

if __name__ == "__main__":
    run()
