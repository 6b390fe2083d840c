"""What goes with the pages: the runtime, pins, the policy, names by content, the packed site."""
