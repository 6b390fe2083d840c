"""The tree of questions: its records, and reading them from plain data."""

from collections import namedtuple

from .vocabulary import IDP, value_label

# More options than these are grouped by subject, and can be filtered.
LONG = 17


class Tree(namedtuple("Tree", "start questions rules")):
    """The id of the first question, the questions by id, and the rules for what cannot occur."""


class Question(namedtuple("Question", "id asks text help options optional")):
    """A question, the fact it asks for, its options as they are shown, and whether it is optional.

    An optional one is not asked: what a message says answers it, else `unknown` does.
    """

    @property
    def is_long(self):
        """Whether its options are more than a reader takes in at sight."""
        return len(self.options) > LONG


class Option(namedtuple("Option", "values text idp question answer about")):
    """The values that lead to one question or one answer (an id each; the other is None).

    `idp` are the providers whose console can show it, where not all can. `about` is its subject, under which
    a long question lists it.
    """


class Rule(namedtuple("Rule", "facts because")):
    """Facts that do not come together (a dict of fact to its values), and why."""


def read_tree(data):
    """Return the Tree that `data` (lists, dicts and strings, as in tree.yml and rules.yml) describes.

    `data` must have passed the checks of hooks/writing/tree_file.py and rules.py; nothing is checked here.
    """
    questions = [_read_question(entry) for entry in data["questions"]]
    rules = [Rule(entry["facts"], entry["because"]) for entry in data.get("rules", [])]
    return Tree(data["start"], {question.id: question for question in questions}, rules)


def visible_options(question, idp):
    """Return the options of `question` that the console of the provider `idp` can show."""
    return [option for option in question.options if not (idp and option.idp) or idp in option.idp]


def grouped_options(question, idp):
    """Return the options of `question` in groups to show: pairs of a provider, or None, and options.

    Until a provider is chosen, what a single console shows stands apart, below that provider's name.
    The option for those who cannot tell comes last.
    """
    general = []
    last = []
    groups: list[tuple] = []
    for option in visible_options(question, idp):
        if "unknown" in option.values:
            last.append(option)
        elif idp or len(option.idp) != 1:
            general.append(option)
        else:
            own = [options for provider, options in groups if provider == option.idp[0]]
            if own:
                own[0].append(option)
            else:
                groups.append((option.idp[0], [option]))
    return [(None, general)] + groups + [(None, last)]


def titled_groups(question, idp):
    """Return the groups of grouped_options with a title or None each; what is general is by its subject."""
    groups: list[tuple] = []
    for provider, options in grouped_options(question, idp):
        if provider:
            groups.append(("Only in " + value_label("idp", provider), options))
            continue
        first = len(groups)
        for option in options:
            about = option.about if question.is_long else None
            own = [members for title, members in groups[first:] if title == about]
            if own:
                own[0].append(option)
            else:
                groups.append((about, [option]))
    return groups


def values_of(question):
    """Return every value that an option of `question` has, in their order."""
    return [value for option in question.options for value in option.values]


def option_for(question, value):
    """Return the option of `question` that has `value`, or None."""
    for option in question.options:
        if value in option.values:
            return option
    return None


def _read_question(entry):
    options = [_read_option(option) for option in entry["options"]]
    return Question(
        entry["id"], entry["asks"], entry["text"], entry.get("help"), options, "optional" in entry
    )


def _read_option(entry):
    values = entry["values"] if "values" in entry else [entry["value"]]
    idp = entry.get("idp", [])
    if "not_idp" in entry:
        idp = [provider for provider in IDP if provider not in entry["not_idp"]]
    return Option(values, entry["text"], idp, entry.get("question"), entry.get("answer"), entry.get("about"))
