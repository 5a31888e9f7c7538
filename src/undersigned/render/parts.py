"""The parts of a letter as a layout's template asks for them: words, names, blocks, notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from markupsafe import Markup, escape

from undersigned.model.direction import isolated
from undersigned.model.letter import Letter, LetterField
from undersigned.model.node import Block, Heading, Paragraph, inline_text
from undersigned.model.roster import Signatory
from undersigned.model.text import Text
from undersigned.render.logos import Logo, logo_of
from undersigned.render.measure import LONG_TITLE, balanced_measure
from undersigned.render.nodes import NodeSetter
from undersigned.render.phrases import get_phrase, phrase_markup
from undersigned.render.signatures import (
    Signatures,
    lay_out_signatures,
    name_of,
    text_direction,
)

__all__ = ["Parts"]


@dataclass(frozen=True)
class Parts:
    """What templates call; everything that comes back is escaped, or is plain text."""

    letter: Letter

    @cached_property
    def signatures(self) -> Signatures | None:
        """The signature block, or None."""
        return lay_out_signatures(self.letter)

    def phrase(self, name: str, /, **gaps: object) -> Markup:
        """A phrase of the wording with its gaps filled."""
        return phrase_markup(self.letter, name, **gaps)

    @property
    def title_is_long(self) -> bool:
        """Whether the title is set in the smaller of its sizes."""
        return len(str(self.letter.title)) > LONG_TITLE

    @property
    def title_measure(self) -> float | None:
        """The width in em that balances the title's lines, or None."""
        return balanced_measure(str(self.letter.title))

    def field(self, name: str) -> LetterField | None:
        """What the kind adds under this name, or None."""
        return self.letter.fields.get(name)

    def blocks(self, blocks: Sequence[Block], run_in: Markup | None = None) -> Markup:
        """Blocks as HTML; `run_in` stands before the words of the first paragraph."""
        setter = NodeSetter(self.letter.wording)
        if run_in is not None and not any(isinstance(block, Paragraph) for block in blocks):
            return Markup("<p>{}</p>\n{}").format(run_in, setter.blocks(blocks))
        return setter.blocks(blocks, run_in=run_in)

    @property
    def notes(self) -> list[Markup]:
        """The items of the list of notes."""
        setter = NodeSetter(self.letter.wording)
        back = get_phrase(self.letter.wording, "letter.note_back")
        return [setter.note(note, back) for note in self.letter.notes]

    def name(self, signatory: Signatory) -> str:
        """A sender's or submitter's name with its acronym."""
        return name_of(signatory, self.letter)

    def dir(self, text: Text | str) -> Markup:
        """The attribute that a text needs when it runs against the letter's direction."""
        direction = text_direction(str(text), self.letter)
        return Markup(' dir="{}"').format(direction) if direction else Markup("")

    @property
    def sender_logos(self) -> list[Logo]:
        """The logos of those who send the letter."""
        return [
            logo_of(Path(one.logo), one.location, self._isolated(one.name))
            for one in self.letter.sender
            if one.logo
        ]

    def series(self, names: Sequence[object]) -> Markup:
        """Names side by side as the language puts them, without an "and"."""
        between = escape(self._locale.list_patterns["standard"]["middle"])
        said = Markup("").join(self._apart(name) for name in names[:1])
        for name in names[1:]:
            said = between.format(said, self._apart(name))
        return said

    def listed(self, names: Sequence[object]) -> str:
        """Names in one phrase, with the language's "and"."""
        return format_list([self._isolated(name) for name in names], locale=self._locale)

    def by_status(self, organisations: Sequence[Signatory]) -> list[tuple[str, list[str]]]:
        """The names by consultative status, in the order of the statuses; last those without."""
        found = [
            (status, [str(one.name) for one in organisations if one.ecosoc == status])
            for status in ("general", "special", "roster", "")
        ]
        return [(status, names) for status, names in found if names]

    def run_in(self, name: str, /, **gaps: Text) -> Markup:
        """What a paragraph starts with: a phrase whose gaps are set apart."""
        return self.phrase(
            name, **{gap: Markup('<b class="run-in">{}</b>').format(t) for gap, t in gaps.items()}
        )

    def split_at_heading(
        self, blocks: Sequence[Block], words: str
    ) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
        """The blocks before the last heading, and from it on, where it is of these words."""
        for index in range(len(blocks) - 1, -1, -1):
            block = blocks[index]
            if isinstance(block, Heading):
                if inline_text(block.children).strip().casefold() == words.strip().casefold():
                    return tuple(blocks[:index]), tuple(blocks[index:])
                break
        return tuple(blocks), ()

    def _apart(self, words: object) -> Markup:
        return words if isinstance(words, Markup) else escape(self._isolated(words))

    def _isolated(self, words: object) -> str:
        """A name as it stands among other words, which it cannot turn around."""
        return isolated(str(words), self.letter.wording.direction)

    @property
    def _locale(self) -> Locale:
        try:
            return Locale.parse(self.letter.language.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            return Locale("en")
