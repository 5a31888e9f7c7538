"""Assembles a document from its checked front matter and its parsed body."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from undersigned.errors import Findings, Location, NotFound
from undersigned.load.campaign import DocumentName
from undersigned.load.document_fields import FieldReader
from undersigned.load.document_source import DocumentSource
from undersigned.load.embargo import parse_moment
from undersigned.load.kind import layout_names
from undersigned.load.markdown import MarkdownTree
from undersigned.load.recipients import Resolver
from undersigned.load.schemas import DocumentSchema, SignaturesSchema
from undersigned.load.workspace import Workspace
from undersigned.load.yaml_source import YamlTree
from undersigned.model.catalogue import Catalogue
from undersigned.model.document import (
    Contact,
    Document,
    SignatureOrder,
    SignatureStyle,
    Status,
    Update,
)
from undersigned.model.kind import FieldType, Kind
from undersigned.model.recipient import Recipient
from undersigned.model.roster import Directory
from undersigned.model.text import Origin, Text

__all__ = ["Assembly", "Names"]


@dataclass(frozen=True)
class Names:
    """What a front matter may name by id. `catalogue` is None where its tables have faults: then
    no recipient is looked up, and none is told as unknown."""

    catalogue: Catalogue | None
    directory: Directory


@dataclass(frozen=True)
class Assembly:
    """What one document is made of; `findings` takes what is wrong with it."""

    workspace: Workspace
    name: DocumentName
    language: str
    kind: Kind
    head: DocumentSchema
    base: DocumentSource
    findings: Findings

    @property
    def tree(self) -> YamlTree:
        return self.base.parts.tree

    def document(
        self,
        body: MarkdownTree,
        translation: DocumentSource | None,
        names: Names,
    ) -> Document:
        head = self.head
        title = self._said("title", translation)
        if title is None and translation is not None:
            title = Text("", self.tree.at(()), Origin.DOCUMENT)
        elif title is None:
            self.findings.add(
                self.tree.at(()),
                "missing-key",
                'the key "title" is missing',
                "write title: and what the document is called",
            )
            title = Text("", self.tree.at(()), Origin.DOCUMENT)
        fields = FieldReader(self.tree, names.directory, self.findings).read(self.kind, head)
        for field in self.kind.fields:
            if translation is not None and field.translated and field.type is FieldType.TEXT:
                said = self._said(field.name, translation)
                fields.pop(field.name, None)
                if said is not None:
                    fields[field.name] = said
        embargo, zone = self._embargo()
        return Document(
            campaign=self.name.campaign,
            name=self.name.document,
            language=self.language,
            kind=self.kind.name,
            layout=self._layout(),
            title=title,
            body=body.body,
            footnotes=body.footnotes,
            location=Location(self.base.shown, 1, 1),
            status=head.status or Status.DRAFT,
            date=head.date,
            place=self._text("place"),
            recipients=self._recipients(names),
            subject=self._said("subject", translation),
            salutation=self._said("salutation", translation),
            close=self._said("close", translation),
            signatures=self._signatures(),
            cc=self._copies(names),
            enclosures=tuple(
                Text(words, self.tree.at(("enclosures", i)), Origin.DOCUMENT)
                for i, words in enumerate(head.enclosures or ())
            ),
            embargo=embargo,
            embargo_zone=zone,
            contacts=tuple(
                Contact(
                    Text(c.name, self.tree.at(("contacts", i)), Origin.DOCUMENT),
                    c.email or "", c.phone or "", c.title or "",
                )
                for i, c in enumerate(head.contacts or ())
            ),
            version=self._text("version"),
            updated=self._updated(),
            sign_on_by=head.sign_on_by,
            reference=self._text("reference"),
            fields=fields,
        )  # fmt: skip

    def _text(self, key: str) -> Text | None:
        value = getattr(self.head, key)
        return Text(value, self.tree.at((key,)), Origin.DOCUMENT) if value else None

    def _said(self, key: str, translation: DocumentSource | None) -> Text | None:
        """What is language: from the translation where there is one, never from both."""
        if translation is None:
            return self._text(key)
        tree = translation.parts.tree
        value: Any = tree.value.get(key) if isinstance(tree.value, dict) else None
        return Text(value.strip(), tree.at((key,)), Origin.DOCUMENT) if value else None

    def _layout(self) -> str:
        layout = self.head.layout
        if layout is None:
            return self.kind.name
        known = layout_names(self.workspace)
        if layout not in known:
            missing = NotFound("layout", layout, ["templates/layouts/"], known)
            self.findings.items.append(missing.at(self.tree.at(("layout",))))
        return layout

    def _recipients(self, names: Names) -> tuple[Recipient, ...]:
        given = self.head.recipients
        if given is None or names.catalogue is None:
            return ()
        place = self.tree.at(("recipients",))
        if isinstance(given, str):
            with self.findings.gather(place):
                return self._resolver(names.catalogue).load(given).recipients
            return ()
        return self._resolver(names.catalogue).resolve(given, self.tree, ("recipients",))

    def _copies(self, names: Names) -> tuple[Recipient, ...]:
        if names.catalogue is None:
            return ()
        given = self.head.cc or ()
        return self._resolver(names.catalogue).resolve(given, self.tree, ("cc",))

    def _resolver(self, catalogue: Catalogue) -> Resolver:
        return Resolver(self.workspace, catalogue, self.findings)

    def _signatures(self) -> SignatureStyle | None:
        given = self.head.signatories
        if isinstance(given, SignaturesSchema):
            default = SignatureStyle(given.roster)
            return SignatureStyle(
                given.roster,
                given.order or SignatureOrder.LISTED,
                given.group_by or "",
                given.numbered,
                default.show if given.show is None else tuple(given.show),
            )
        return SignatureStyle(given) if given else None

    def _updated(self) -> Update | None:
        updated = self.head.updated
        if updated is None:
            return None
        place = self.tree.at(("updated", "note"))
        return Update(updated.on, Text(updated.note, place, Origin.DOCUMENT))

    def _embargo(self) -> tuple[dt.datetime | None, str]:
        if self.head.embargo is None:
            return None, ""
        try:
            return parse_moment(self.head.embargo)
        except ValueError as error:
            self.findings.add(
                self.tree.at(("embargo",)),
                "embargo",
                str(error),
                "write 2026-01-16 09:00 Asia/Jakarta, or +07:00 for the zone",
            )
        return None, ""
