"""Golden files: what an output looked like when somebody last read it and found it good.

`pytest --update-golden` writes them anew; read the difference before you commit it. CI refuses the
option, so that nothing is ever found good by nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Golden"]


@dataclass(frozen=True)
class Golden:
    """The expected outputs below one folder."""

    folder: Path
    update: bool

    def check(self, name: str, actual: str) -> None:
        """Fail unless `actual` is, to the letter, what the golden file `name` holds."""
        path = self.folder / name
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="\n")
            return
        assert path.exists(), f"{path} is missing: run pytest --update-golden, and read the file"
        assert actual == path.read_text(encoding="utf-8"), f"differs from {path}"

    def check_all(self, actual: dict[str, str]) -> None:
        """Fail unless each output is as its golden file, and there is no golden file beside."""
        for name, text in actual.items():
            self.check(name, text)
        expected = {
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("*")
            if path.is_file()
        }
        assert expected == set(actual), f"{self.folder} holds other files than were made"
