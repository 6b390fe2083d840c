"""Cuts text into its entries, and reads what stands in one: labels, pairs, a request."""
