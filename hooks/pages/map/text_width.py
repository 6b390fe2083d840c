"""How wide a text will be in a picture that is drawn before any font is there."""

import re
from functools import cache

# Arial's, in thousandths of the size; Helvetica, Liberation Sans and Nimbus Sans have the same.
_CHARACTERS_OF_WIDTH = {
    222: "ijl'‘’|",
    278: " \u00a0!,./:;\\[]Ift",
    333: "()-`r“”·",
    500: "ckvxyzsJ",
    556: "abdeghnopqu0123456789L?_#$–",
    611: "FTZ+=<>",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "mM",
    944: "W",
}
_WIDTHS = {letter: width for width, letters in _CHARACTERS_OF_WIDTH.items() for letter in letters}
# A letter that is not listed counts as wide as any.
_WIDEST = 1000
# Bold letters are wider by no more than this, taken over a word.
_BOLD = 1.12

# Where a word that is too long for a line may end: after a hyphen, or before a capital inside it.
_PIECES = re.compile(r"(?<=-)|(?<=[a-z])(?=[A-Z])")


@cache
def text_width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of `text` in letters of `size`, in the same unit, rather too large than too small."""
    thousandths = sum(_WIDTHS.get(letter, _WIDEST) for letter in text)
    return thousandths * size / 1000 * (_BOLD if bold else 1)


@cache
def wrap(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """Return `text` in lines that are no wider than `width`, if its words and their parts allow."""
    lines = [""]
    for word in text.split(" "):
        is_too_long = text_width(word, size, bold) > width
        for number, piece in enumerate(_PIECES.split(word) if is_too_long else [word]):
            space = " " if lines[-1] and not number else ""
            longer = lines[-1] + space + piece
            if lines[-1] and text_width(longer, size, bold) > width:
                lines.append(piece)
            else:
                lines[-1] = longer
    return tuple(lines)


def wrap_evenly(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """Return `text` in as few lines as `wrap`, but of about the same length."""
    lines = wrap(text, width, size, bold)
    narrower = (wrap(text, width * tenths / 10, size, bold) for tenths in range(5, 10))
    return next((even for even in narrower if len(even) == len(lines)), lines)
