"""Damages exports as transfers and editors do: cut off, a part lost or repeated, letters that trip."""

from collections.abc import Iterator
from random import Random

_SCRAPS = [
    "\u00a0",
    "É",
    "İ",
    "名",
    "😀",
    "\u2028",
    "\x85",
    "\x1c",
    "²",
    "\ufeff",
    "\r\n",
    "\n",
    "\t",
    ";",
    " '",
    "' ",
]
_LONGEST = 40_000


def damaged_exports(texts: list[str], count: int, seed: int) -> Iterator[list[str]]:
    """Yield `count` exports made of `texts`, the same ones for the same seed.

    What holds JSON is cut off only: MicroPython reads some JSON that is none, such as without commas.
    """
    random = Random(seed)
    for _ in range(count):
        text = random.choice(texts)[:_LONGEST]
        first, last = sorted(random.randint(0, len(text)) for _ in range(2))
        way = 0 if '{"' in text or '{""' in text or "{\n" in text else random.randrange(4)
        if way == 0:
            text = text[:last]
        elif way == 1:
            text = text[:first] + random.choice(_SCRAPS) + text[first:]
        elif way == 2:
            lines = text.split("\n")
            text = "\n".join(lines[: len(lines) // 2] + lines[len(lines) // 3 :])
        else:
            text = text[:first] + text[last:]
        yield [text]
