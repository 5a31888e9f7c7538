"""Label formats: `templates/labels/<format>.yaml`, the workspace's before the built-in."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from undersigned.errors import Findings, InvalidInput, NotFound
from undersigned.load.schema import Schema, validate
from undersigned.load.schemas import Day, Words, described
from undersigned.load.workspace import SETTINGS, Workspace
from undersigned.load.yaml_source import YamlTree, parse_yaml
from undersigned.model.label_format import LabelFormat, Zone

__all__ = ["LabelFormatSchema", "label_format_names", "load_label_format", "load_label_formats"]

_FOLDER = "templates/labels"
# A metre is more than any printer takes; a tenth of a millimetre is a rounded inch.
_LONGEST = 1000
_SLACK = 0.1


def _number(value: object) -> object:
    """A plain number: nothing that only a computer would take for one."""
    text = str(value).strip()
    if not re.fullmatch(r"\d+(\.\d+)?", text) or float(text) > _LONGEST:
        raise ValueError(f'"{text[:40]}" is no measure | write millimetres, as in 63.5')
    return text


def _count(value: object) -> object:
    text = str(value).strip()
    if not re.fullmatch(r"[1-9]\d?", text):
        raise ValueError(f'"{text[:40]}" is no number of labels | write one from 1 to 99')
    return text


def _size(value: object) -> object:
    text = str(value).strip()
    if not re.fullmatch(r"\d+(\.\d+)?", text) or not 7 <= float(text) <= 24:
        raise ValueError(f'"{text[:40]}" is no size of type | write points, from 7 to 24')
    return text


Measure = Annotated[float, BeforeValidator(_number)]
Count = Annotated[int, BeforeValidator(_count)]


class SizeSchema(Schema):
    """How large something is, in millimetres."""

    width: Measure = Field(description="How wide, in mm")
    height: Measure = Field(description="How high, in mm")


class GridSchema(Schema):
    """How many labels a page has."""

    columns: Count = Field(description="How many side by side")
    rows: Count = Field(description="How many one under the other")


class MarginSchema(Schema):
    """Where the first label begins, in millimetres."""

    left: Measure = Field(description="From the left edge of the page, in mm")
    top: Measure = Field(description="From the upper edge of the page, in mm")


class StepSchema(Schema):
    """Two measures in millimetres, across and down."""

    x: Measure = Field(description="Across, in mm")
    y: Measure = Field(description="Down, in mm")


class ZoneSchema(MarginSchema, SizeSchema):
    """A rectangle on the page, in millimetres."""


class LabelFormatSchema(Schema):
    """`templates/labels/<format>.yaml`: the measures of a sheet of labels, or of an envelope."""

    title: Words = Field(description="What it is called, and how large it is")
    also: list[Words] = Field(default_factory=list, description="Other names of the same measures")
    page: SizeSchema = Field(description="The sheet, or the envelope")
    grid: GridSchema = Field(description="How many labels it has")
    label: SizeSchema = Field(description="One label, or where an envelope bears the address")
    margin: MarginSchema = Field(description="Where the first label begins")
    pitch: StepSchema | None = described("From one label's edge to the same edge of the next")
    padding: StepSchema | None = described("What stays white inside a label; nothing if absent")
    largest: Annotated[float, BeforeValidator(_size)] = Field(
        10.5, description="The size of an address with room to spare, in points"
    )
    sender: ZoneSchema | None = described("Where an envelope names who writes")
    source: Words = Field(description="What the measures rest on")
    as_of: Day = Field(description="When they were read there")


def label_format_names(workspace: Workspace) -> tuple[str, ...]:
    """Every format, by name."""
    return workspace.names_in(_FOLDER, ".yaml")


def load_label_format(workspace: Workspace, name: str | None = None) -> LabelFormat:
    """A format by its name, or by one of its other names; the settings' where None.

    Raises `NotFound`, or `InvalidInput` for faults in its file and for an unknown name in the
    settings.
    """
    if name is not None:
        return _get(workspace, name)
    path = workspace.root / SETTINGS
    line = 1
    for number, text in enumerate(workspace.reader.read_text(path).split("\n"), 1):
        line = number if re.match(r"\s*label_format\b", text) else line
    try:
        return _get(workspace, workspace.label_format)
    except NotFound as missing:
        raise InvalidInput([missing.at(workspace.place(path, line, 1))]) from missing


def load_label_formats(workspace: Workspace) -> tuple[LabelFormat, ...]:
    """Every format."""
    return tuple(_load(workspace, name) for name in label_format_names(workspace))


def _get(workspace: Workspace, name: str) -> LabelFormat:
    names = label_format_names(workspace)
    folded = re.sub(r"[\s_]+", "-", name.strip().casefold())
    if folded in names:
        return _load(workspace, folded)
    for label_format in load_label_formats(workspace):
        if folded in label_format.also:
            return label_format
    raise _UnknownFormat(name, names)


class _UnknownFormat(NotFound):
    """Names the nearest, and all that there are: nobody knows them by heart."""

    def __init__(self, name: str, names: tuple[str, ...]) -> None:
        super().__init__("label format", name, known=names)
        nearest = f"{self.hint} " if self.hint else ""
        self.hint = f"{nearest}there are {', '.join(names)}"
        self.args = (f'unknown label format "{name}" ({self.hint})',)


def _load(workspace: Workspace, name: str) -> LabelFormat:
    return workspace.remember(("label format", name), lambda: _read(workspace, name))


def _read(workspace: Workspace, name: str) -> LabelFormat:
    found = workspace.find_file("templates", "labels", f"{name}.yaml")
    assert found is not None
    path, _ = found
    tree = parse_yaml(workspace.reader.read_text(path), workspace.reader.display(path))
    table = validate(LabelFormatSchema, tree)
    _check(table, tree)
    pitch = table.pitch or StepSchema(x=table.label.width, y=table.label.height)
    padding = table.padding or StepSchema(x=0, y=0)
    return LabelFormat(
        name=name,
        title=table.title,
        page_width=table.page.width,
        page_height=table.page.height,
        columns=table.grid.columns,
        rows=table.grid.rows,
        label=_zone(table.margin, table.label),
        pitch_x=pitch.x,
        pitch_y=pitch.y,
        padding_x=padding.x,
        padding_y=padding.y,
        largest=table.largest,
        source=table.source,
        as_of=table.as_of.isoformat(),
        sender=_zone(table.sender, table.sender) if table.sender else None,
        also=tuple(other.casefold() for other in table.also),
    )


def _zone(corner: MarginSchema, size: SizeSchema) -> Zone:
    return Zone(corner.left, corner.top, size.width, size.height)


def _check(table: LabelFormatSchema, tree: YamlTree) -> None:
    """Find labels that would lie one on the other, or beyond the sheet."""
    findings = Findings()
    for name, side, count, edge in (
        ("x", "width", table.grid.columns, "left"),
        ("y", "height", table.grid.rows, "top"),
    ):
        label, page = getattr(table.label, side), getattr(table.page, side)
        pitch = getattr(table.pitch, name) if table.pitch else label
        padding = getattr(table.padding, name) if table.padding else 0
        needed = getattr(table.margin, edge) + (count - 1) * pitch + label
        if count > 1 and pitch < label - _SLACK:
            said = f"labels of {label:g} mm every {pitch:g} mm lie one on the other"
            _say(findings, tree, ("pitch", name), said, "see whether label: and pitch: are right")
        elif needed > page + _SLACK:
            said = f"the labels need {needed:g} mm, and the page has {page:g}"
            _say(findings, tree, ("margin", edge), said, "measure the sheet again")
        if label - 2 * padding < 15:
            said = f"the {side} of a label leaves {label - 2 * padding:g} mm for the address"
            _say(findings, tree, ("label", side), said, "no address fits into less than 15 mm")
    zone = table.sender
    if zone is not None:
        right, foot = zone.left + zone.width, zone.top + zone.height
        if right > table.page.width or foot > table.page.height:
            _say(findings, tree, ("sender",), "the sender stands beyond the page", "measure again")
    findings.raise_errors()


def _say(findings: Findings, tree: YamlTree, path: tuple[Any, ...], said: str, hint: str) -> None:
    findings.add(tree.at(path), "label-format", said, hint)
