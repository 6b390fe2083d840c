"""What the build adds to MkDocs; build.py is the only file here that knows MkDocs."""
