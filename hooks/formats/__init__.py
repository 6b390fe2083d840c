"""The same answers for other readers: JSON, Markdown, replies, the feed."""
