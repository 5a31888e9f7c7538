"""Places of a document that would name whom its roster withholds.

Nothing of such a row is told but where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from undersigned.errors import Findings, Level, Location
from undersigned.load.document import LoadedDocument
from undersigned.load.front_texts import front_texts
from undersigned.load.names import iter_nodes
from undersigned.load.withheld_name import WithheldName, as_read
from undersigned.load.workspace import Workspace
from undersigned.model.block import TextBlock
from undersigned.model.campaign import Campaign, FactValue
from undersigned.model.node import (
    Block,
    BlockCall,
    Condition,
    Expression,
    Footnote,
    Heading,
    Image,
    Link,
    Loop,
    Paragraph,
    inline_text,
)
from undersigned.model.recipient import Recipient
from undersigned.model.roster import Signatory
from undersigned.model.text import Text

__all__ = ["check_withheld"]


def check_withheld(
    workspace: Workspace,
    loaded: LoadedDocument,
    campaign: Campaign | None,
    blocks: Mapping[str, TextBlock],
    withheld: Sequence[WithheldName],
    findings: Findings,
) -> None:
    """Find the letterhead, the fields and the words that would give a withheld signatory away.

    What would print the name as somebody's who signs or sends is an error. In the running text it
    may be right, and yet an error unless `undersigned.toml` says warning.
    """
    if not withheld:
        return
    document = loaded.document
    senders = campaign.letterhead if campaign else ()
    for sender in senders:
        row = _row_of(sender, withheld)
        if row is not None and campaign is not None:
            _tell("the letterhead", campaign.location, row, findings)
    for key, value in document.fields.items():
        named = value if isinstance(value, tuple) else (value,)
        for signatory in named:
            row = _row_of(signatory, withheld) if isinstance(signatory, Signatory) else None
            if row is not None:
                _tell(f'"{key}"', loaded.tree.at((key,)), row, findings)
    texts = [(as_read(words), place) for words, place in _texts(loaded, campaign, blocks)]
    for name in withheld:
        place = next((at for words, at in texts if name.stands_in(words)), None)
        if place is not None:
            findings.add(
                place,
                "withheld-name",
                f"the text names somebody whom {name.row} withholds",
                'take it out; if it may stand here, write withheld_in_text = "warning" under '
                "[signatories] in undersigned.toml",
                Level(workspace.withheld_in_text),
            )


def _texts(
    loaded: LoadedDocument, campaign: Campaign | None, blocks: Mapping[str, TextBlock]
) -> Iterator[tuple[str, Location]]:
    """All that the letter may print: the text, its front, its blocks, and what they are given."""
    document = loaded.document
    yield from _body(document.body, document.footnotes, document.location)
    yield from front_texts(document)
    for block in blocks.values():
        yield from _body(block.body, block.footnotes, block.location)
        for parameter in block.parameters:
            yield parameter.default or "", parameter.location
    for contact in document.contacts:
        words = (contact.name.text, contact.title, contact.email)
        yield "\n".join(words), contact.name.location
    for recipient in (*document.recipients, *document.cc):
        yield _recipient(recipient), recipient.location
    if campaign is not None:
        yield campaign.title, campaign.location
        for fact in campaign.facts:
            yield _fact(fact.value), fact.location


def _body(
    body: tuple[Block, ...], notes: tuple[Footnote, ...], place: Location
) -> Iterator[tuple[str, Location]]:
    for node in iter_nodes((*body, *(block for note in notes for block in note.children))):
        place = getattr(node, "location", place)
        for words in _words(node):
            yield words, place


def _words(node: object) -> Iterator[str]:
    """What an author wrote in a node, be it printed or computed with."""
    match node:
        case Text():
            yield node.text
        case Paragraph() | Heading():
            # Words that bold or a link parts are one name for a reader.
            yield inline_text(node.children)
        case Expression() | BlockCall() | Loop():
            yield node.source
        case Condition():
            yield from (source for source, _, _ in node.branches if source)
        case Link():
            yield from (node.href, node.title)
        case Image():
            yield from (node.alt, node.title)
        case _:
            return


def _recipient(recipient: Recipient) -> str:
    said = (recipient.name, recipient.office, recipient.institution, recipient.in_text)
    return "\n".join(str(words) for words in said if words is not None)


def _fact(value: FactValue) -> str:
    return "\n".join(map(_fact, value)) if isinstance(value, tuple) else str(value)


def _row_of(signatory: Signatory, withheld: Sequence[WithheldName]) -> Location | None:
    words = {word.casefold() for word in (signatory.id, signatory.name.text) if word}
    return next(
        (n.row for n in withheld if words & {word.casefold() for word in (n.id, *n.names)}), None
    )


def _tell(what: str, place: Location, row: Location, findings: Findings) -> None:
    findings.add(
        place,
        "withheld-name",
        f"{what} would name somebody whom {row} withholds",
        "take it out here, or ask whether the name may be told",
    )
