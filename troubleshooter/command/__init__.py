"""What the command line needs of the machine: CPython only."""
