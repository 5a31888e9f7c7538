"""Label formats: the measures of sheets and envelopes, found by their files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sources import said, workspace
from undersigned.errors import NotFound
from undersigned.load.label_format import (
    label_format_names,
    load_label_format,
    load_label_formats,
)
from undersigned.model.label_format import LabelFormat, Zone

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = {
    "avery-5160": 30,
    "avery-5163": 10,
    "avery-l7159": 24,
    "avery-l7160": 21,
    "avery-l7163": 14,
    "avery-l7173": 10,
    "envelope-c5": 1,
    "envelope-c6-5": 1,
    "envelope-dl": 1,
    "envelope-us-10": 1,
    "herma-4464": 24,
}
FILE = "templates/labels/velmar-8.yaml"
OWN = """
title: Velmar 8, 8 labels of 90 × 60 mm on A4
also: [Velmar Eight]
page: {width: 210, height: 297}
grid: {columns: 2, rows: 4}
label: {width: 90, height: 60}
margin: {left: 10, top: 20}
pitch: {x: 95, y: 64}
padding: {x: 4, y: 3}
source: the box
as_of: 2031-04-02
"""


def test_shipped_formats(tmp_path: Path) -> None:
    """Common sheets and envelopes ship, each with where its measures come from."""
    formats = load_label_formats(workspace(tmp_path))
    assert {form.name: form.per_page for form in formats} == SHIPPED
    assert all(form.source and form.as_of and form.title for form in formats)


@pytest.mark.parametrize("name", SHIPPED)
def test_labels_lie_on_the_page(tmp_path: Path, name: str) -> None:
    """The last label ends on the page, and a sheet is as wide on its right as on its left."""
    form = load_label_format(workspace(tmp_path), name)
    right = form.label.left + (form.columns - 1) * form.pitch_x + form.label.width
    foot = form.label.top + (form.rows - 1) * form.pitch_y + form.label.height
    assert right <= form.page_width
    assert foot <= form.page_height
    if form.sender is None:
        assert form.page_width - right == pytest.approx(form.label.left, abs=0.2)
        assert form.page_height - foot == pytest.approx(form.label.top, abs=1.1)


@pytest.mark.parametrize("name", ["envelope-dl", "envelope-c5", "envelope-c6-5", "envelope-us-10"])
def test_envelopes_keep_the_post_s_zones(tmp_path: Path, name: str) -> None:
    """An address begins below the stamp and ends above where a sorting machine prints."""
    form = load_label_format(workspace(tmp_path), name)
    below = form.page_height - form.label.top - form.label.height
    right = form.page_width - form.label.left - form.label.width
    assert form.sender is not None
    assert form.sender.top + form.sender.height <= form.label.top
    if name == "envelope-us-10":
        assert below >= 15.875
        assert form.page_height - form.label.top <= 69.85
        assert right >= 12.7
    else:
        assert (below >= 15, right >= 15, form.label.top >= 40) == (True, True, True)
        assert form.label.width <= 100


def test_a_format_is_one_file(tmp_path: Path) -> None:
    """A workspace's own file is a format, under its own name and the others that it has."""
    opened = workspace(tmp_path, {FILE: OWN})
    expected = LabelFormat(
        name="velmar-8",
        title="Velmar 8, 8 labels of 90 × 60 mm on A4",
        page_width=210,
        page_height=297,
        columns=2,
        rows=4,
        label=Zone(10, 20, 90, 60),
        pitch_x=95,
        pitch_y=64,
        padding_x=4,
        padding_y=3,
        largest=10.5,
        source="the box",
        as_of="2031-04-02",
        also=("velmar eight",),
    )
    assert label_format_names(opened) == tuple(sorted([*SHIPPED, "velmar-8"]))
    assert load_label_format(opened, "velmar-8") == expected
    assert expected.place(0) == Zone(14, 23, 82, 54)
    assert expected.place(7) == Zone(109, 215, 82, 54)


@pytest.mark.parametrize("name", ["avery-l7160", "Avery L7160", "AVERY_J8160", " avery-7160 "])
def test_other_names(tmp_path: Path, name: str) -> None:
    """What is printed on the box of the same labels leads to them, however it is typed."""
    assert load_label_format(workspace(tmp_path), name).name == "avery-l7160"


def test_unknown_format(tmp_path: Path) -> None:
    """A slip is answered with the nearest and with all that there are."""
    with pytest.raises(NotFound) as caught:
        load_label_format(workspace(tmp_path), "avry-l7160")
    assert str(caught.value) == (
        'unknown label format "avry-l7160" (did you mean "avery-l7160"? there are '
        f"{', '.join(SHIPPED)})"
    )


def test_the_nearest_format_is_in_the_list(tmp_path: Path) -> None:
    """What is suggested is an id, and not another name of one."""
    with pytest.raises(NotFound) as caught:
        load_label_format(workspace(tmp_path), "avery-9999")
    suggested = str(caught.value).partition('did you mean "')[2].partition('"')[0]
    assert suggested in SHIPPED


def test_the_settings_name_the_usual_one(tmp_path: Path) -> None:
    """`label_format` of undersigned.toml counts where no other is asked for."""
    assert load_label_format(workspace(tmp_path / "a")).name == "avery-l7160"
    settings = 'organisation = "Velmar River Watch"\nlabel_format = "envelope-dl"\n'
    opened = workspace(tmp_path / "b", {"undersigned.toml": settings})
    assert load_label_format(opened).name == "envelope-dl"
    assert load_label_format(opened, "avery-5160").name == "avery-5160"


def test_an_unknown_one_in_the_settings(tmp_path: Path) -> None:
    """The line of the settings is named."""
    settings = 'organisation = "Velmar River Watch"\nlabel_format = "envelope-ld"\n'
    opened = workspace(tmp_path, {"undersigned.toml": settings})
    assert said(lambda: load_label_format(opened)) == [
        (
            'undersigned.toml:2:1 [unknown-label-format] unknown label format "envelope-ld" '
            f'(did you mean "envelope-dl"? there are {", ".join(SHIPPED)})'
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "pitch: {x: 95, y: 64}",
            "pitch: {x: 80, y: 64}",
            (
                f"{FILE}:7:12 [label-format] labels of 90 mm every 80 mm lie one on the other "
                "(see whether label: and pitch: are right)"
            ),
        ),
        (
            "top: 20",
            "top: 60",
            (
                f"{FILE}:6:25 [label-format] the labels need 312 mm, and the page has 297 "
                "(measure the sheet again)"
            ),
        ),
        (
            "padding: {x: 4, y: 3}",
            "padding: {x: 4, y: 25}",
            (
                f"{FILE}:5:28 [label-format] the height of a label leaves 10 mm for the address "
                "(no address fits into less than 15 mm)"
            ),
        ),
        (
            "columns: 2",
            "columns: two",
            (f'{FILE}:4:17 [value] "two" is no number of labels (write one from 1 to 99)'),
        ),
        (
            "width: 90",
            "width: 9cm",
            f'{FILE}:5:16 [value] "9cm" is no measure (write millimetres, as in 63.5)',
        ),
        (
            "width: 90",
            "width: 1e99",
            f'{FILE}:5:16 [value] "1e99" is no measure (write millimetres, as in 63.5)',
        ),
        (
            "source: the box\n",
            "",
            f'{FILE}:1:1 [missing-key] the key "source" is missing',
        ),
        (
            "source: the box\n",
            "source: the box\nlargest: 300\n",
            f'{FILE}:10:10 [value] "300" is no size of type (write points, from 7 to 24)',
        ),
        (
            "source: the box\n",
            "source: the box\nsender: {left: 150, top: 10, width: 80, height: 20}\n",
            (f"{FILE}:10:9 [label-format] the sender stands beyond the page (measure again)"),
        ),
    ],
)
def test_measures_that_cannot_be(tmp_path: Path, old: str, new: str, expected: str) -> None:
    """Labels that would lie beyond the sheet, or on each other, are told before one is wasted."""
    assert OWN.count(old) == 1
    opened = workspace(tmp_path, {FILE: OWN.replace(old, new)})
    assert said(lambda: load_label_format(opened, "velmar-8")) == [expected]
