"""What is secret in a text: by its name, by its form, however its signs are written."""
