"""Commands of a group, found by being there: `<group>_<command>.py` beside this file.

The overview needs a sentence about each without importing one, so it is read from the first
line of the module: a docstring of the form \"\"\"`undersigned group command`: Does this.\"\"\"
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from undersigned.cli.lazy import Stub

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["find_stubs"]

_FIRST_LINE = re.compile(r'"""`undersigned (?P<command>[\w -]+)`: (?P<help>\S.*?)(?:""")?\s*')


def find_stubs(group: str) -> Mapping[str, Stub]:
    """The commands of a group, by name; each module has its command as `command`."""
    stubs = {}
    for path in sorted(Path(__file__).parent.glob(f"{group}_*.py")):
        name = path.stem.removeprefix(f"{group}_").replace("_", "-")
        with path.open(encoding="utf-8") as lines:
            said = _FIRST_LINE.fullmatch(lines.readline())
        if said is None or said["command"] != f"{group} {name}":
            raise ValueError(f"{path.name}: its first line does not say what the command does")
        stubs[name] = Stub(f"undersigned.cli.{path.stem}:command", said["help"])
    return stubs
