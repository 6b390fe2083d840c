"""Texts that nobody wrote: the cases cut, spliced, escaped and sown with what trips an interpreter up."""

import json
from collections.abc import Iterator
from random import Random

LONGEST = 2_048  # bytes in UTF-8
# Letters, digits and spaces that CPython knows more about than MicroPython, and what breaks messages off.
_SEEDS = (
    *r"""
    é É İ ı ß ſ Ω я 名 ² ٤ ４ Ⅳ ª ǅ 😀 � étage 'étage' 'Étage' '名前'
    status: code is required read only
    { } [ ] ( ) < > " ' ` \ \" \n \u0027 \u004 « » “ ” ‘ ’ „ … – — · • → ： 。 [] {} :// &quot;
    . , : ; = / - _ @ # % & + ~ | * ? ! 0 4 9 409 404 200 HTTP/1.1 HTTP/2 not expected but got
    ströme_email ÉTAGE_409 409_GRÖßE 4²² ４09 4٤٤ scimType sensitive detail attribute path:
    """.split(),
    *"\u00a0\u0085\u0301\u1680\u2003\u2028\u200b\u212a\u212b\u3000\ufeff \t\r\n",
    *map(chr, (0, 1, 7, 8, 11, 12, 27, 28, 29, 30, 31, 127, 128, 159)),
    *("\n\u00a0\n", "\n\u2003\n", "\n\x1c\n", "\n\x85", " 4²² sensitive ", " attribute 'étage' "),
)
# Each looks like a letter, a digit or a space, and is another.
_ALIKE = str.maketrans("aeikosKAS0123 4\n", "áéı\u212aöſ\u212a\u212bẞ０１２³\u2009４\u2028")


def generated_texts(texts: list[str], count: int, seed: int) -> Iterator[str]:
    """Yield `count` texts made of `texts`, the same ones for the same seed."""
    random = Random(seed)
    for _ in range(count):
        text = random.choice(texts)
        for _ in range(random.randint(1, 4)):
            text = random.choice((_cut, _splice, _escape, _sow, _sow, _disguise, _repeat, _raise))(
                random, text, texts
            )
        yield text.encode()[:LONGEST].decode(errors="ignore")


def _places(random: Random, text: str) -> list[int]:
    return sorted(random.randint(0, len(text)) for _ in range(2))


def _cut(random: Random, text: str, texts: list[str]) -> str:
    start, end = _places(random, text)
    return random.choice((text[:end], text[start:], text[start:end], text[:start] + text[end:]))


def _splice(random: Random, text: str, texts: list[str]) -> str:
    other = random.choice(texts)
    return text[: random.randint(0, len(text))] + other[random.randint(0, len(other)) :]


def _escape(random: Random, text: str, texts: list[str]) -> str:
    escaped = json.dumps(text, ensure_ascii=random.random() < 0.5)
    return random.choice((escaped, escaped[1:-1], json.dumps(escaped)))


def _sow(random: Random, text: str, texts: list[str]) -> str:
    for _ in range(random.randint(1, 8)):
        place = random.randint(0, len(text))
        text = text[:place] + random.choice(_SEEDS) + text[place:]
    return text


def _disguise(random: Random, text: str, texts: list[str]) -> str:
    return "".join(letter.translate(_ALIKE) if random.random() < 0.1 else letter for letter in text)


def _repeat(random: Random, text: str, texts: list[str]) -> str:
    start, end = _places(random, text)
    return text[:end] + random.choice(("", " ", "\n", "\t")) + text[start:end] + text[end:]


def _raise(random: Random, text: str, texts: list[str]) -> str:
    start, end = _places(random, text)
    return text[:start] + random.choice((str.upper, str.lower, str.title))(text[start:end]) + text[end:]
