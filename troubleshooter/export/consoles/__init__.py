"""What each console writes into its exports."""
