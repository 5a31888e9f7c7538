"""Kinds: a folder with a `kind.yaml`, in the workspace or built in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sources import said, workspace
from undersigned.errors import NotFound
from undersigned.load import kind_names, load_kind, load_kinds

if TYPE_CHECKING:
    from pathlib import Path

KIND = "templates/layouts/memo/kind.yaml"
_SHIPPED = ("joint-statement", "letter", "open-letter", "press-release", "un-statement")


def test_the_five_kinds_can_be_read(tmp_path: Path) -> None:
    """Every kind that ships is whole, and its fields have types."""
    kinds = load_kinds(workspace(tmp_path))
    assert tuple(kind.name for kind in kinds) == _SHIPPED
    assert all(kind.title and kind.description for kind in kinds)


def test_a_folder_adds_a_kind(tmp_path: Path) -> None:
    """A kind of the workspace has its own fields, and no code knows its name."""
    text = (
        "title: Memo\ndescription: For us\naddressed: false\nnumbered: true\n"
        "fields:\n  desk: {type: text, description: Who, translated: true}\n"
    )
    opened = workspace(tmp_path, {KIND: text})
    kind = load_kind(opened, "memo")
    assert (kind.title, kind.addressed, kind.numbered, kind.sections) == ("Memo", False, True, ())
    assert [(f.name, f.type.value, f.translated) for f in kind.fields] == [("desk", "text", True)]
    assert kind_names(opened) == tuple(sorted((*_SHIPPED, "memo")))


def test_the_faults_of_a_kind_are_told(tmp_path: Path) -> None:
    """Every fault of the file has its place."""
    text = "title: Memo\ndescriptoin: X\naddressed: perhaps\nnumbered: true\n"
    text += "fields:\n  d: {type: txt}\n"
    opened = workspace(tmp_path, {KIND: text})
    assert said(lambda: load_kind(opened, "memo")) == [
        f'{KIND}:1:1 [missing-key] the key "description" is missing',
        f'{KIND}:3:12 [value] "addressed" is true or false, not "perhaps"',
        f'{KIND}:6:13 [value] "txt" is not a value of "type" (did you mean "text"?)',
        f'{KIND}:6:6 [missing-key] the key "description" is missing',
        f'{KIND}:2:1 [unknown-key] unknown key "descriptoin" (did you mean "description"?)',
    ]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("leter", 'did you mean "letter"?'),
        ("../x", "looked in " + ", ".join(_SHIPPED)),
        ("", "looked in " + ", ".join(_SHIPPED)),
    ],
)
def test_an_unknown_kind_is_told(tmp_path: Path, name: str, hint: str) -> None:
    """No name leads out of the folder of layouts."""
    with pytest.raises(NotFound) as caught:
        load_kind(workspace(tmp_path), name)
    assert str(caught.value) == f'unknown kind "{name}" ({hint})'
