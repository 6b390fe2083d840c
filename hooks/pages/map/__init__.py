"""The map of the tree."""
