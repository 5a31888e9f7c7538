"""LabelFormat: the measures of a sheet of labels, or of an envelope, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["LabelFormat", "Zone"]


@dataclass(frozen=True)
class Zone:
    """A rectangle on a page: its upper left corner, and how large it is."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class LabelFormat:
    """How many labels a page has, and where.

    `label` is the first one, `pitch_x` and `pitch_y` what lies between the same edges of two
    neighbours. `padding_x` and `padding_y` keep the words away from a label's edge, as far as a
    printer may be out. `largest` is the size, in points, of an address with room to spare.
    `sender` is where an envelope names who writes; a sheet of labels has none. `also` are other
    names of the same measures.
    """

    name: str
    title: str
    page_width: float
    page_height: float
    columns: int
    rows: int
    label: Zone
    pitch_x: float
    pitch_y: float
    padding_x: float
    padding_y: float
    largest: float
    source: str
    as_of: str
    sender: Zone | None = None
    also: tuple[str, ...] = ()

    @property
    def per_page(self) -> int:
        """How many labels a page has."""
        return self.columns * self.rows

    def place(self, position: int) -> Zone:
        """The room for the words of a label; the first of a page is 0, and rows fill up first."""
        row, column = divmod(position, self.columns)
        return Zone(
            self.label.left + column * self.pitch_x + self.padding_x,
            self.label.top + row * self.pitch_y + self.padding_y,
            self.label.width - 2 * self.padding_x,
            self.label.height - 2 * self.padding_y,
        )
