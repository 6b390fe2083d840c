"""Letters as both interpreters know them: MicroPython knows the case and the blanks of ASCII only."""

BLANKS = " \t\r\n"
DIGITS = "0123456789"
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
LETTERS_AND_DIGITS = frozenset(LETTERS + DIGITS)


def squeeze(text):
    """Return the letters and digits of ASCII in `text`, in lower case: spellings of one name are alike."""
    return "".join([letter for letter in text if letter in LETTERS_AND_DIGITS]).lower()


def lower(text):
    """Return `text` with the letters of ASCII in lower case, which both interpreters know."""
    # Letters beyond ASCII take more than a byte.
    if len(text.encode("utf-8", "replace")) == len(text):
        return text.lower()
    return "".join([letter.lower() if letter <= "\x7f" else letter for letter in text])
