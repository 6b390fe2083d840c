"""Masks in a message what differs from person to person, so that messages of one kind are alike."""

from ..export.text_lines import NO_NAMES
from ..letters import DIGITS, LETTERS, lower
from ..vocabulary import STATUS

SOMEONE = "someone"
ADDRESS = "someone@example.com"
NUMBER = "0"

_CODES = frozenset([code for code in STATUS if code[0] in "345"] + ["200", "201", "202", "204"])
# What a number, an id or an address is written in.
_RUN = frozenset(LETTERS + DIGITS + "_-.@+%~#")
# An id has this many digits, or is this long.
_DIGITS_OF_IDS = 4
_LONG = 20
# These have digits and are read.
_KEPT_WORDS = frozenset("e11000 sqlite3 psycopg2 x509certificates".split())
# Names that are words of errors too: they are masked in quotes only.
_ALSO_WORDS = frozenset(
    "user users group groups team teams email emails username name displayname externalid members active "
    "error conflict status code request bad message detail unauthorized forbidden not found resource type "
    "value admin test failed failure provisioning scim".split()
)
_AROUND = "\"'`\\.,;:!()[]{}"
# Times are different in each event.
_TIMES = ("####-##-##T##:##:##Z", "####-##-##T##:##:##.###Z", "####-##-##", "##:##:##")
_MOST_KEPT = 2_000
_LONGEST_KEPT = 500
_words: dict[str, str] = {}
_sentences: dict[str, str] = {}


def hide_names(text, names):
    """Return `text` with the names of a person or a group masked where they stand as whole words."""
    for name in sorted(names, key=lambda name: (-len(name), name)):
        if len(name) < 2 or name not in text:
            continue
        mask = ADDRESS if "@" in name else SOMEONE
        if len(name) < 3 or lower(name) in _ALSO_WORDS:
            text = text.replace("'" + name + "'", "'" + mask + "'")
        else:
            text = _replace_word(text, name, mask)
    return text


def _replace_word(text, name, mask):
    parts = text.split(name)
    done = [parts[0]]
    for part in parts[1:]:
        before, after = done[-1][-1:], part[:1]
        inside = (before in _RUN and before not in "-.#") or (after in _RUN and after not in "-.#@")
        done.append((name if inside else mask) + part)
    return "".join(done)


def unescape(text):
    """Return `text` without the escapes of JSON in JSON: three rounds at most."""
    for _ in range(3):
        if "\\" not in text:
            break
        before = text
        text = text.replace('\\"', '"').replace("\\r\\n", "\n").replace("\\n", "\n").replace("\\/", "/")
        text = text.replace("\\u0027", "'").replace("\\u0022", '"').replace("\\u0026", "&")
        text = text.replace("\\\\", "\\")
        if text == before:
            break
    return text


def template_of(text):
    """Return `text` with addresses, ids and numbers masked; codes of a status stay.

    Most of its sentences were seen before in other messages.
    """
    lines = text.replace("\r", "").replace("\t", " ").split("\n")
    for index, line in enumerate(lines):
        sentences = line.split(". ")
        for place, sentence in enumerate(sentences):
            masked = _sentences.get(sentence)
            if masked is None:
                masked = _mask_sentence(sentence)
                _keep(_sentences, sentence, masked)
            sentences[place] = masked
        lines[index] = ". ".join(sentences)
    return "\n".join(lines)


def _mask_sentence(sentence):
    dotted = sentence
    for digit in DIGITS:
        dotted = dotted.replace(digit, "#")
    words = sentence.split(" ")
    if dotted != sentence or "@" in sentence:
        for index, pair in enumerate(zip(words, dotted.split(" "))):
            word = pair[0]
            if word != pair[1] or "@" in word:
                words[index] = NUMBER if pair[1] in _TIMES else _masked(word)
    if "sername" in sentence:
        _mask_usernames(words)
    return " ".join(words)


def _keep(known, text, masked):
    if len(known) >= _MOST_KEPT:
        known.clear()
    if len(text) < _LONGEST_KEPT:
        known[text] = masked


def _mask_usernames(words):
    """Mask in the list of words what stands behind `userName` and is no word of the sentence."""
    behind = False
    for index, word in enumerate(words):
        if behind and word:
            core = word.strip(_AROUND)
            if core and lower(core) not in NO_NAMES:
                words[index] = word.replace(core, SOMEONE)
        behind = "sername" in word and word.strip(_AROUND).lower() == "username"


def alike(template):
    """Return the template without what stands in single quotes: names that no field of the event has."""
    parts = template.split(" '")
    done = [parts[0]]
    for part in parts[1:]:
        name, closed, after = part.partition("'")
        done.append(SOMEONE + "'" + after if closed and len(name) < 100 else part)
    return " '".join(done)


def _masked(word):
    masked = _words.get(word)
    if masked is None:
        masked = _mask_runs(word)
        _keep(_words, word, masked)
    return masked


def _mask_runs(word):
    done: list[str] = []
    run: list[str] = []
    for letter in word + " ":
        if letter in _RUN or letter > "\x7f":
            run.append(letter)
        else:
            if run:
                done.append(_mask_run("".join(run)))
                run = []
            done.append(letter)
    return "".join(done)[:-1]


def _mask_run(run):
    local, at, domain = run.partition("@")
    if at and local and "." in domain:
        # A full stop behind it ends the sentence.
        return ADDRESS + ("." if run[-1] == "." else "")
    core = run.rstrip(".")
    digits = sum([letter in DIGITS for letter in core])
    # "Only 1" says more than a number.
    if not digits or core in _CODES or core == "1" or lower(core) in _KEPT_WORDS:
        return run
    end = run[len(core) :] if len(run) > len(core) else ""
    # A time may end in the letter of its zone.
    bare = core.rstrip("Z")
    if bare and digits + bare.count(".") == len(bare):
        return run if len(core) == 3 and core[1] == "." else NUMBER + end
    if "_" in core and core.count("-") < 2:
        return "_".join([_mask_run(part) for part in core.split("_")]) + end
    if digits >= _DIGITS_OF_IDS or len(core) >= _LONG:
        return NUMBER + end
    return run
