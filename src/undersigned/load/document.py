"""Documents: front matter and body, and a translation laid over the default language's file."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from undersigned.errors import Finding, Findings, InvalidInput, Location, NotFound, did_you_mean
from undersigned.load.campaign import DocumentName, document_names
from undersigned.load.document_fields import FieldReader
from undersigned.load.frontmatter import FrontMatter, split_front_matter
from undersigned.load.image import find_image
from undersigned.load.kind import kind_names, layout_names, load_kind
from undersigned.load.markdown import MarkdownTree, parse_markdown
from undersigned.load.recipients import load_recipient_list, resolve_recipients
from undersigned.load.schema import validate, validate_rest
from undersigned.load.schemas import (
    TRANSLATED,
    DocumentSchema,
    SignaturesSchema,
    document_schema,
)
from undersigned.load.workspace import Workspace
from undersigned.load.yaml_source import YamlTree
from undersigned.model.document import (
    Contact,
    Document,
    SignatureOrder,
    SignatureStyle,
    Status,
    Update,
)
from undersigned.model.kind import FieldType, Kind
from undersigned.model.recipient import Catalogue, Recipient
from undersigned.model.roster import Directory
from undersigned.model.text import Origin, Text

__all__ = ["LoadedDocument", "Names", "load_document"]

_FOLDER = "templates/campaigns"


@dataclass(frozen=True)
class LoadedDocument:
    """A document, its kind, and where each key of its front matter stands."""

    document: Document
    kind: Kind
    tree: YamlTree


@dataclass(frozen=True)
class Names:
    """What a front matter may name by id."""

    catalogue: Catalogue
    directory: Directory


@dataclass(frozen=True)
class _Source:
    path: Path
    shown: str
    parts: FrontMatter


def load_document(
    workspace: Workspace,
    name: DocumentName,
    language: str,
    names: Names,
    findings: Findings,
) -> LoadedDocument | None:
    """A document in a language.

    Every fault is added to `findings`, and what is left is read on with, so that whatever
    else is wrong is found too; None where nothing can be made of the files. Raises `NotFound`
    for an unknown document.
    """
    if name.document not in document_names(workspace, name.campaign):
        known = document_names(workspace, name.campaign)
        raise NotFound(
            "document", str(name), [f"{_FOLDER}/{name}.md"], [f"{name.campaign}/{n}" for n in known]
        )
    base = None
    with findings.gather():
        base = _source(workspace, name, f"{name.document}.md")
    if base is None:
        return None
    kind = _kind(workspace, base.parts.tree, findings)
    head = _head(workspace, base, kind, findings)
    translation = None
    if language != workspace.language:
        translation = _translation(workspace, name, language, base, kind, findings)
        if translation is None:
            return None
    body = _body(workspace, translation or base, findings)
    if head is None or kind is None:
        return None
    maker = _Maker(workspace, name, language, kind, head, base, findings)
    return LoadedDocument(maker.document(body, translation, names), kind, base.parts.tree)


def _head(
    workspace: Workspace, base: _Source, kind: Kind | None, findings: Findings
) -> DocumentSchema | None:
    found = Findings()
    head = validate_rest(document_schema(kind), base.parts.tree, found)
    for finding in found.items:
        if finding.rule != "unknown-key":
            findings.items.append(finding)
        elif kind is not None:
            # Which keys there are is not known where the kind is not.
            findings.items.append(_of_another_kind(workspace, finding))
    return head


def _of_another_kind(workspace: Workspace, finding: Finding) -> Finding:
    key = finding.message.split('"')[1]
    for name in kind_names(workspace):
        with Findings().gather():
            if any(field.name == key for field in load_kind(workspace, name).fields):
                return replace(finding, hint=f"it is a key of the kind {name}")
    return finding


def _source(workspace: Workspace, name: DocumentName, file_name: str) -> _Source:
    path = workspace.root / _FOLDER / name.campaign / file_name
    shown = workspace.reader.display(path)
    if not workspace.reader.exists(path):
        finding = Finding(
            Location(shown),
            "missing-file",
            "there is no such file",
            "the document in the default language has no language in its name",
        )
        raise InvalidInput([finding])
    return _Source(path, shown, split_front_matter(workspace.reader.read_text(path), shown))


def _kind(workspace: Workspace, tree: YamlTree, findings: Findings) -> Kind | None:
    if tree.value is not None and not isinstance(tree.value, dict):
        return None
    value = tree.value.get("kind") if tree.value else None
    if not isinstance(value, str) or not value:
        findings.add(
            tree.at(("kind",)),
            "missing-key",
            'the key "kind" is missing',
            "write kind: and one of " + ", ".join(kind_names(workspace)),
        )
        return None
    with findings.gather(tree.at(("kind",))):
        return load_kind(workspace, value)
    return None


def _translation(
    workspace: Workspace,
    name: DocumentName,
    language: str,
    base: _Source,
    kind: Kind | None,
    findings: Findings,
) -> _Source | None:
    path = base.path.with_name(f"{name.document}.{language}.md")
    if not workspace.reader.exists(path):
        findings.add(
            Location(base.shown, 1, 1),
            "missing-translation",
            f'{name} has no text in the language "{language}"',
            f"write {workspace.reader.display(path)}",
        )
        return None
    source = None
    with findings.gather():
        source = _source(workspace, name, path.name)
        validate(document_schema(kind), source.parts.tree)
        _check_translation(source.parts.tree, base, kind, findings)
    return source


def _check_translation(
    tree: YamlTree, base: _Source, kind: Kind | None, findings: Findings
) -> None:
    """A translation says what is language; the rest is said once, in the default language."""
    carried = set(TRANSLATED) | {f.name for f in kind.fields if f.translated} if kind else set()
    theirs = tree.value if isinstance(tree.value, dict) else {}
    ours = base.parts.tree.value if isinstance(base.parts.tree.value, dict) else {}
    for key, value in theirs.items():
        if key not in carried and value != ours.get(key):
            findings.add(
                tree.key_at((key,)),
                "translation",
                f'"{key}" belongs to the document, not to its translation',
                f"say it in {base.shown}; a translation carries " + ", ".join(sorted(carried)),
            )
    for key in ("title", "subject"):
        if not theirs.get(key) and ours.get(key):
            findings.add(
                tree.at(()),
                "translation",
                f'the translation has no "{key}"',
                f"in {base.shown} it reads: {ours[key]}",
            )


def _body(workspace: Workspace, source: _Source, findings: Findings) -> MarkdownTree:
    before = len(findings.items)
    tree = parse_markdown(
        source.parts.body,
        source.shown,
        source.parts.body_line,
        lambda src, place: find_image(workspace, src, source.path.parent, place, findings),
        findings,
    )
    if not tree.body and len(findings.items) == before:
        findings.add(
            Location(source.shown, source.parts.body_line, 1),
            "empty-body",
            "the document has no text",
            "write it below the second ---",
        )
    return tree


@dataclass(frozen=True)
class _Maker:
    """Makes the model's value of a checked front matter."""

    workspace: Workspace
    name: DocumentName
    language: str
    kind: Kind
    head: DocumentSchema
    base: _Source
    findings: Findings

    @property
    def tree(self) -> YamlTree:
        return self.base.parts.tree

    def document(
        self,
        body: MarkdownTree,
        translation: _Source | None,
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

    def _said(self, key: str, translation: _Source | None) -> Text | None:
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
        if given is None:
            return ()
        place = self.tree.at(("recipients",))
        if isinstance(given, str):
            with self.findings.gather(place):
                return load_recipient_list(
                    self.workspace, given, names.catalogue, self.findings
                ).recipients
            return ()
        return resolve_recipients(given, self.tree, ("recipients",), names.catalogue, self.findings)

    def _copies(self, names: Names) -> tuple[Recipient, ...]:
        given = self.head.cc or ()
        return resolve_recipients(given, self.tree, ("cc",), names.catalogue, self.findings)

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
            return _moment(self.head.embargo)
        except ValueError as error:
            self.findings.add(
                self.tree.at(("embargo",)),
                "embargo",
                str(error),
                "write 2026-01-16 09:00 Asia/Jakarta, or +07:00 for the zone",
            )
        return None, ""


_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d{1,2}:\d\d)(?::\d\d)?\s*(\S+)")


def _moment(value: str) -> tuple[dt.datetime, str]:
    """A moment and its zone as typed. Raises ValueError saying which part is wrong."""
    match = _MOMENT.fullmatch(value.strip())
    if match is None:
        raise ValueError(f'the embargo "{value}" is no moment with a time zone')
    day, clock, zone = match.groups()
    try:
        naive = dt.datetime.fromisoformat(f"{day} {clock.zfill(5)}")
    except ValueError as error:
        raise ValueError(f'the embargo "{value}" is no moment: there is no such day or time') from (
            error
        )
    try:
        if re.fullmatch(r"[+-]\d\d:?\d\d|Z", zone):
            return dt.datetime.fromisoformat(f"{naive.isoformat()}{zone}"), zone
        return naive.replace(tzinfo=ZoneInfo(zone)), zone
    except (ValueError, KeyError, OSError) as error:
        near = did_you_mean(zone, available_timezones())
        message = f'unknown time zone "{zone}"' + (f", {near}" if near else "")
        raise ValueError(message) from error
