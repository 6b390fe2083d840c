"""What is published where: the addresses of pages, short links, the ledger, moved pages."""
