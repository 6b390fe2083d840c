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


def is_unseen(letter):
    """Whether a letter is blank or invisible, or tells a terminal or a page in which way to write."""
    return (
        letter <= " "
        or "\x7f" <= letter <= "\xa0"
        or "\u2000" <= letter <= "\u200f"
        or "\u2028" <= letter <= "\u202f"
        or "\u205f" <= letter <= "\u206f"
        or 0xD800 <= ord(letter) <= 0xDFFF
        or letter in "\xad\u3000\ufeff"
    )


def plain(text, longest=40):
    """Return what a file says for a sentence or a terminal: one line of so many letters, all to be seen."""
    shown = "".join([" " if is_unseen(letter) else letter for letter in text[: longest + 1]])
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"
