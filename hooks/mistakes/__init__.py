"""What Markdown and MkDocs publish without a word: what vanishes, shows as typed, or is left over."""
