"""Whose page it is, and what the report is called without that."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

OutletOf = Callable[[str], str | None]
"""Gives the outlet of a domain such as `www.example.org`, or None where it is not known."""

_TAIL = re.compile(r"^(?P<title>.+\S)\s+(?:[|»·]|[-–—])\s+(?P<name>[^|»·]{2,60})$")
_FEW = 5


def domain_of(url: str | None) -> str | None:
    """The host of an address without `www.`, None where there is none."""
    host = urlsplit(url or "").hostname
    return host.removeprefix("www.") if host else None


def outlet_of(given: str | None, url: str | None, title: str | None, known: OutletOf) -> str | None:
    """The outlet as metadata gives it, else of the domain if known, else the end of the title, else the domain."""
    domain = domain_of(url)
    if given or not domain:
        return given
    return known(domain) or _named_in(title) or domain


def headline(title: str | None, outlet: str | None, domain: str | None) -> str | None:
    """The title without the outlet and the section at its end.

    >>> headline("Talks resume | World News | The Courier", "The Courier", None)
    'Talks resume'
    """
    while title and (match := _TAIL.match(title)) and _is_label(match["name"], title, outlet, domain):
        title = match["title"]
    return title


def _named_in(title: str | None) -> str | None:
    """The end of a web page's title if it looks like a name: up to four words, all capitalized, no figures."""
    match = _TAIL.match(title or "")
    words = match["name"].split() if match else []
    named = 0 < len(words) <= _FEW - 1 and all(word[0].isupper() and word[-1].isalpha() for word in words)
    return " ".join(words) if named else None


def _is_label(name: str, title: str, outlet: str | None, domain: str | None) -> bool:
    """Whether the end of a title names the outlet or a section, not a part of the headline."""
    own = _letters(outlet or "")
    if own and (own in _letters(name) or _letters(name) in own):
        return True
    if domain and _is_name_of(name, domain):
        return True
    return title.rstrip().endswith(f"| {name}") and len(name.split()) <= _FEW


def _is_name_of(name: str, domain: str) -> bool:
    letters, label = _letters(name), _letters(domain.partition(".")[0])
    return len(letters) > 2 and (letters in _letters(domain) or (len(label) > 2 and letters.startswith(label)))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+|\bthe\b", "", text.lower())
