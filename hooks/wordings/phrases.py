"""The phrases of wordings.yml: words in any case, and a few signs.

already (taken|in use)      either of these
(has|) been taken           with or without the word
user … not found            a few words between
{attribute} is required     any attribute, by its label, name or path
resource {value} not found  what is quoted, an id or an address
at most {number} letters    a number
seats & (limit|full)        both in one sentence, in any order
"""

import re
from itertools import product

from hooks.writing.problems import Message, in_words, say
from troubleshooter.message.phrases import ATTRIBUTE, BOTH, GAP, NEXT, OR, SIGNS, VALUE
from troubleshooter.message.words import split_words

# Signs that may stand before the first word.
LEADING = (ATTRIBUTE, VALUE)
TOKEN = re.compile(r"\{\w*\}|…|[()|]|[^\s(){}|…]+|[{}]")
# Languages that write no blanks between words.
UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


class PhraseMistake(ValueError):
    """What is wrong with a phrase, as a `message` for writers."""

    def __init__(self, message: Message):
        super().__init__(str(message))
        self.message = message


def elements_of(phrase: str) -> list[str]:
    """Return a phrase as the reader takes it: its elements joined by NEXT, their alternatives by OR.

    Where its beginning may be missing, there is one with it and one without. Raises PhraseMistake.
    """
    first, both, second = phrase.partition(f" {BOTH} ")
    if both:
        return [NEXT.join([one, BOTH, other]) for one in elements_of(first) for other in elements_of(second)]
    elements: list[list[str]] = []
    tokens = TOKEN.findall(phrase)
    while tokens:
        token, *tokens = tokens
        if token == "(":
            alternatives, tokens = _alternatives(tokens)
            elements.append(alternatives)
        elif token in "|)":
            raise PhraseMistake(say("phrase-outside-brackets", token=token))
        else:
            elements.append([_words(token)])
    return [NEXT.join(_joined(form)) for form in _with_first_word(elements)]


def is_unspaced(phrase: str) -> bool:
    """Tell whether a phrase is a part of a text without blanks, such as Japanese."""
    return UNSPACED.search(phrase) is not None


def _alternatives(tokens: list[str]) -> tuple[list[str], list[str]]:
    """Return the alternatives up to the bracket that closes, and the tokens behind it."""
    found: list[str] = []
    current: list[list[str]] = []
    while tokens:
        token, *tokens = tokens
        if token in ("|", ")"):
            found += [" ".join(filter(None, choice)) for choice in product(*current)]
            current = []
            if token == ")":
                return list(dict.fromkeys(found)), tokens
        elif token == "(":
            inner, tokens = _alternatives(tokens)
            current.append(inner)
        elif token in SIGNS:
            raise PhraseMistake(say("phrase-sign-in-brackets", sign=token))
        else:
            current.append([_words(token)])
    raise PhraseMistake(say("phrase-bracket-open"))


def _words(token: str) -> str:
    if token in SIGNS:
        return token
    if token[0] in "{}":
        raise PhraseMistake(say("phrase-sign-unknown", sign=token, known=in_words(SIGNS)))
    return " ".join(split_words(token).lower)


def _with_first_word(elements: list[list[str]]) -> list[list[list[str]]]:
    """Return the forms of a phrase that begin with a word that is there, or with a sign and such a word."""
    if elements[-1:] == [[GAP]]:
        raise PhraseMistake(say("phrase-ends-in-gap", gap=GAP))
    lead = 1 if elements and elements[0][0] in LEADING else 0
    if len(elements) <= lead or elements[lead][0] in SIGNS:
        raise PhraseMistake(say("phrase-without-first-word"))
    first = [word for word in elements[lead] if word]
    whole = [[*elements[:lead], first, *elements[lead + 1 :]]]
    if len(first) == len(elements[lead]):
        return whole
    return whole + _with_first_word(elements[:lead] + elements[lead + 1 :])


def _joined(elements: list[list[str]]) -> list[str]:
    """Return the elements, with plain words that follow each other as one."""
    joined: list[str] = []
    for element in elements:
        text = OR.join(element)
        plain = len(element) == 1 and text not in SIGNS
        if plain and joined and OR not in joined[-1] and joined[-1] not in SIGNS:
            joined[-1] += f" {text}"
        else:
            joined.append(text)
    return joined
