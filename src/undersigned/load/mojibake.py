"""Mojibake: letters that a program before us has read in the wrong encoding, "fÃ¼r" for "für".

It is told and never mended: what stood there is for whoever knows the name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from undersigned.load.sheet import SheetRow

__all__ = ["mojibake_notes"]

# What the second and later bytes of a character of UTF-8 are in Windows-1252.
_LATER = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_TWO, _THREE = f"[ÂÃÄÅÎÏÐÑ×ØÙ]{_LATER}", f"[à-ï]{_LATER}{_LATER}"
# One of these pairs is enough where it begins as most accented letters and quotation marks do;
# of others it takes two in a row.
_MOJIBAKE = re.compile(f"[ÂÃ]{_LATER}|â€|(?:{_TWO}){{2}}|ðŸ|{_THREE}")
_SHOWN = 8


def mojibake_notes(rows: Sequence[SheetRow]) -> tuple[str, ...]:
    """The lines with such letters, in one sentence without a word of them, or nothing."""
    lines = [str(row.line) for row in rows if _MOJIBAKE.search("\n".join(row.cells))]
    if not lines:
        return ()
    more = f" and {len(lines) - _SHOWN} more" if len(lines) > _SHOWN else ""
    told = f"line{'s' if len(lines) > 1 else ''} {', '.join(lines[:_SHOWN])}{more}"
    return (f"letters look as if a program had read them in the wrong encoding: {told}",)
