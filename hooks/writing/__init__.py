"""What writers write, read and checked: answers, steps, pages, the tree, the rules."""
