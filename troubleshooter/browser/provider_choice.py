"""The choice of the identity provider, which decides the clicks and never the cause."""

from ..vocabulary import VALUES, value_label
from .elements import element


def provider_choice(idp, on_choose):
    """Return the list of providers, in which none is chosen unless the reader or the message names it."""
    select = element("select", element("option", "Not chosen", value=""), autocomplete="off")
    for value in VALUES["idp"]:
        select.append(element("option", value_label("idp", value), value=value))
    take_choice(select, idp, on_choose)
    return element("p", element("label", "Your identity provider ", select), class_="provider")


def take_choice(select, idp, on_choose):
    """Let a list of providers show the chosen one, and tell of another choice."""
    select.value = idp or ""
    select.addEventListener("change", lambda event: on_choose(event.target.value or None))
