"""What writers are told: a sentence, or a part of one, for each id; the names in braces are filled in.

A sentence says what is wrong, then the cure. A golden file in tests/golden shows each of them in use.
"""

MESSAGES = {
    # The end of a sentence about a word that is not known
    "near-one": "did you mean `{word}`?",
    "near-all": "use one of {words}.",
    "near-none": "there is none yet, so add it first.",
    # Files
    "file-missing": "the file is missing; add it, {holds}.",
    "file-not-utf-8": "this is not UTF-8 text; save the file as UTF-8.",
    # YAML
    "yaml-unreadable": "this is not readable YAML ({problem}); check quotes, colons and indentation here.",
    "yaml-character": "the character U+{code} cannot stand in YAML; remove it here.",
    "yaml-key-twice": "`{key}` stands here a second time; remove one.",
    "yaml-alias-to-itself": "this entry holds itself through an alias; write it out.",
    # Front matter
    "front-matter-absent": "the file does not begin with front matter; add a first line `---`.",
    "front-matter-without-end": "the front matter has no end; add a line `---` after its last field.",
    "front-matter-without-fields": "the front matter holds no fields; write `title: …` and the others.",
    # Fields
    "field-unknown": "unknown field `{name}`; {near}",
    "field-missing": "`{name}` is missing; add {describes}.",
    "field-wrong": "`{name}`: {wrong}",
    "list-empty": "`{name}` is empty; add {describes}.",
    "list-expected": "`{name}` is not a list; write it as `{name}: [{entry}]`.",
    "list-of-groups-expected": "`{name}` holds no list; write its entries, each `- {first}: …`.",
    "field-not-a-group": "`{name}` holds no fields; write {names}.",
    "entry-not-a-group": "an entry of `{name}` is a group of fields; write `- {first}: …`, and below it {others}.",
    # What a field holds
    "value-no-text": "this must be a text; write one, in quotes if it holds a colon or a bracket.",
    "value-a-list": "this is a list; write one text.",
    "value-not-one-line": "this becomes a heading and a cell of a table; leave out `<`, `|`, `{{` and line breaks.",
    "value-too-long": "this has {length} characters; shorten it to {limit}.",
    "value-unknown": "unknown value `{value}`; {near}",
    "value-no-day": "`{value}` is not a day; write it as 2026-01-31.",
    "value-not-yet": "{value} has not come yet; write a day that has.",
    "value-no-address": "`{value}` is not an address; write it in full, as https://…",
    "value-not-of-fact": "`{value}` is no value of `{fact}`; {near}",
    # Answers
    "answer-file-name": "the file’s name becomes an address; use lower-case letters, digits and hyphens only.",
    "title-twice": "{file} has the same title; give each failure a title of its own.",
    "section-after-text": "text stands before the first section; put it below `## {first}`.",
    "section-unknown": "unknown section `{title}`; an answer has {sections}, in this order.",
    "section-empty": "the section `{title}` is empty; write it.",
    "section-missing": "the section `## {title}` is missing; add it.",
    "section-out-of-order": "`{title}` stands after `{before}`; swap or join the two.",
    # Code
    "code-without-end": "the code block that begins here has no end; add a line {mark} below it, indented as far.",
    "script-in-a-text": "a script cannot stand in a text; take it out, or show it as code, between backquotes.",
    # Steps and the markers that name them
    "provider-unknown": "unknown provider `{idp}`; {near}",
    "step-without-text": "the step has no text; write what to do.",
    "step-inside-a-step": "a step cannot hold another step; name both where they are used.",
    "step-without-general-form": "`{name}` has no general form; add docs/steps/other/{name}.md for other providers.",
    "step-unknown": "unknown step `{name}`; {near}",
    "step-not-alone": "a step stands alone on its line, unindented; write `<!-- step: its-name -->`.",
    "step-in-a-page": "steps show in answers and in the guide of a provider only; link to the guide.",
    # Markers
    "marker-not-alone": "a marker stands alone on its line, unindented; write `<!-- answers by status -->`.",
    "marker-unknown": "unknown marker `{name}`; {near}",
    "marker-word": "`{name}` cannot end in `{word}`; {near}",
    "marker-lists-missing": "`{name}` lists pages that are missing; add {files}.",
    # The tree
    "tree-start-unknown": "the tree starts at `{start}`, which is no question; {near}",
    "question-id-twice": "two questions have the id `{id}`; rename one.",
    "question-value-twice": "two options have the value `{value}`; keep one.",
    "question-without-value": "the question has no option `{value}`; add `- value: {value}`.",
    "question-leads-back": "the way {way} leads back to itself; lead to another question or an answer.",
    "question-asks-twice": "the way {way} asks `{fact}` twice; lead to another question or an answer.",
    "question-not-reached": "no option leads to the question `{id}`; link or remove it.",
    "option-value-or-values": "an option has either `value` or `values`; write one of the two.",
    "option-value-several": "this is a list; write one text, or use `values` for several.",
    "option-idp-or-not-idp": "an option has `idp` or `not_idp`, and never both; remove one of the two.",
    "option-leads-to-one-place": "an option leads to one place; write either `question: …` or `answer: …`.",
    "option-target-unknown": "the {kind} `{target}` does not exist; {near}",
    "option-disagrees": "this leads to `{answer}` with {fact} `{value}`, which {file} does not list; add it there, or lead elsewhere.",
    "answer-not-reached": "no option of the tree leads to this answer; add one to tree.yml, or say here why not, as `browse_only: …`.",
    "answer-reached": "`browse_only` is set, but the tree leads to this answer; remove one of the two.",
    # The rules
    "rule-with-one-fact": 'a rule names two facts or more; write `facts: {{status: ["409"], scimType: [tooMany]}}`.',
    "rule-broken": "the tree has a way with these facts ({facts}); remove the rule, or the option.",
    # The wordings
    "phrase-wrong": "`{phrase}`: {wrong}",
    "phrase-outside-brackets": "a `{token}` stands outside of brackets; put a `(` before it.",
    "phrase-sign-in-brackets": "`{sign}` stands within brackets; write a phrase with it and one without.",
    "phrase-bracket-open": "a `(` is never closed; close it with `)`.",
    "phrase-sign-unknown": "`{sign}` is no sign; write {known}.",
    "phrase-ends-in-gap": "a phrase cannot end in `{gap}`; leave it out.",
    "phrase-without-first-word": "a phrase begins with a word, or with one sign and a word; put a word there.",
    "phrase-twice": "`{phrase}` stands in line {line} already, with other facts; keep one of the two.",
    "wording-example": "the example leads to no answer, only to `{where}`; write one with a phrase of the entry.",
    "symptom-untold": "no wording and no option of the tree tells the symptom `{symptom}`; add one, or remove it here.",
    # The ledger
    "ledger-no-entry": "this is no entry; write `2026-11-24 answers/its-id/`, a day and an address.",
    "ledger-day": "the day: {wrong}",
    "ledger-address-twice": "`{address}` stands in line {line} already; remove one of the two.",
    "ledger-page-gone": "`{address}` was published and is gone; bring it back, or send its readers on: `{day} {address} -> {where}`.",
    "ledger-short-link-gone": "no short link has this word any more; give `{word}` back to the vocabulary.",
    "ledger-moved-and-there": "`{address}` has moved, and is there as well; remove the page, or ` -> {target}` from this line.",
    "ledger-moved-no-page": "`{address}` is no address of a page; those move only, and end in a slash: `answers/old-id/`.",
    "ledger-moved-to-short-link": "`{target}` is a short link and sends readers on itself; name the page that they shall see.",
    "ledger-moved-twice": "`{target}` has moved itself; send readers straight to `{further}`.",
    "ledger-moved-to-nothing": "`{target}` is not there to send readers to; {near}",
    "ledger-name-a-page": "name a page that is there.",
}
