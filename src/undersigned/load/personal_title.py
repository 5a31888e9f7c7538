"""Titles before a name: what is certainly one, and what may be a part of the name."""

from __future__ import annotations

import re

__all__ = ["split_title"]

# What no name begins with.
_CERTAIN = re.compile(
    r"(?P<title>(?:the )?(?:"
    r"rt\.? hon(?:ourable|orable|\.)?|right hon(?:ourable|\.)?|hon(?:ourable|orable)|hon\.|"
    r"h\. ?e\.|his excellency|her excellency|s\. ?e\. ?(?:m\.|mme)?|"
    r"prof(?:essor|\.)? dr\.?|professor|prof\.|dr\.?|dra\.|"
    r"mr\.?|mrs\.?|ms\.?|miss|mme\.?|mlle\.?|herr|frau|sr\.|sra\.|rev\.|reverend"
    r")),? +(?P<rest>\S.*)",
    re.IGNORECASE,
)
# What is an office, a rank or a first name as well.
_PERHAPS = re.compile(
    r"(sen\.|senator|rep\.|representative|congress(wo)?man|m\.|mx\.?|sir|dame|lord|lady|baroness|"
    r"baron|he|hon|judge|justice|president|minister|ambassador|amb\.|gen\.|general|col\.|capt\.|"
    r"deputy|speaker|mp|don|doña|dato'?|tan sri|datuk|u|daw|samdech|oknha|haji|sheikh|prince|"
    r"princess|king|queen) +\S",
    re.IGNORECASE,
)


def split_title(name: str) -> tuple[str, str, bool]:
    """The title, the name without it, and whether a title may still be in the name."""
    rest = name
    while match := _CERTAIN.fullmatch(rest):
        rest = match["rest"]
    title = name[: len(name) - len(rest)].rstrip(", ")
    return title, rest, bool(_PERHAPS.match(rest))
