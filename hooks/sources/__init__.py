"""What the pages rest on and link to, asked whether it still stands; `make sources` runs it."""
