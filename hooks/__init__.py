"""What the build adds to MkDocs; only build.py and preview.py know MkDocs."""
