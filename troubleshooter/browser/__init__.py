"""The troubleshooter in the page; the only Python that knows the browser."""
