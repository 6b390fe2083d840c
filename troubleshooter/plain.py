"""Shows what a file or a message says where it could act, or fill the place: in a terminal, in a sentence."""


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
