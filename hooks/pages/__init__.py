"""What the build puts into pages: lists, questions, steps, coverage, the map."""
