"""Makes the page's elements; text is set as text, so nothing in it becomes markup.

What holds words of the reader's has `translate="no"`: a browser sends to a service what it translates.
"""

from js import document


def element(tag, *children, **attributes):
    """Return a new element; children are texts or elements, `class_` and `for_` lose their underscore."""
    made = document.createElement(tag)
    for name in attributes:
        made.setAttribute(name.rstrip("_").replace("_", "-"), attributes[name])
    for child in children:
        made.append(child)
    return made


def button(text, on_click, **attributes):
    """Return a button that calls `on_click` without arguments."""
    made = element("button", text, type="button", **attributes)

    def clicked(event):
        # The second half of a double click may hit what the first half made appear.
        if event.detail < 2:
            on_click()

    made.addEventListener("click", clicked)
    return made


def heading(text, level=2):
    """Return the heading of what is shown now; it can take the focus."""
    return element("h" + str(level), text, tabindex="-1", class_="focus")
