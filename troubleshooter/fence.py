"""Sets a text apart from what stands around it, so that nothing in it is markup."""


def fenced(text):
    """Return `text` as a code block of Markdown, between more backticks than stand together in it."""
    longest = 2
    run = 0
    for part in text.split("`")[1:]:
        run += 1
        longest = max(longest, run)
        run = 0 if part else run
    marks = "`" * (longest + 1)
    return marks + "\n" + text.replace("\r\n", "\n").replace("\r", "\n") + "\n" + marks
