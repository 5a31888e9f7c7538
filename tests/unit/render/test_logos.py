"""Logos take one area each, without their margins, and no more pixels than are printed."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.support.logos import PROPORTIONS, draw_logos
from undersigned.errors import Location, RenderFailed
from undersigned.render.engine import load_engine
from undersigned.render.logos import Logo, logo_of, side_in_one_row
from undersigned.render.pictures import data_url

if TYPE_CHECKING:
    from pathlib import Path

HERE = Location("signatories/r.csv", 7)


def picture_of(address: str) -> Image.Image:
    """The picture in a `data:` address."""
    return Image.open(io.BytesIO(base64.b64decode(address.partition(",")[2])))


def test_logos_take_one_area_each(tmp_path: Path) -> None:
    """Drawn or painted, with margins or without: width times height is that of one square."""
    for index, path in enumerate(draw_logos(tmp_path / "logos", 24)):
        across = logo_of(path, HERE, "X").across
        ratio = PROPORTIONS[index % len(PROPORTIONS)]
        area = across * across / ratio

        assert area == pytest.approx(0.7875 if ratio < 0.4 else 1, rel=0.02), path.name


def test_longest_wordmark_and_tallest_tower_keep_to_their_row(tmp_path: Path) -> None:
    """None is wider than three squares, and none taller than one and a half."""
    for name, size, across in (("a", (900, 20), 3.0), ("b", (20, 900), 0.033)):
        path = tmp_path / f"{name}.png"
        Image.new("RGB", size, "red").save(path)

        assert logo_of(path, HERE, "X").across == across


def test_empty_margins_are_cut_off(tmp_path: Path) -> None:
    """Clear ones of a PNG, and white ones of a JPEG."""
    for name, mode, ground in (("a.png", "RGBA", (0, 0, 0, 0)), ("b.jpg", "RGB", (255, 255, 255))):
        picture = Image.new(mode, (400, 300), ground)
        picture.paste((20, 40, 160), (100, 120, 300, 170))
        picture.save(tmp_path / name)
        logo = logo_of(tmp_path / name, HERE, "X")

        assert logo.across == pytest.approx(2, rel=0.05)
        assert picture_of(logo.src).size[0] == pytest.approx(204, abs=4)


def test_large_pictures_are_scaled_down(tmp_path: Path) -> None:
    """A logo to 600 pixels, a picture in the text to 2,000; what is smaller keeps its bytes."""
    path = tmp_path / "large.png"
    Image.effect_noise((6000, 3000), 40).save(path)
    small = tmp_path / "small.png"
    Image.effect_noise((300, 200), 40).save(small)

    assert picture_of(logo_of(path, HERE, "X").src).size == (600, 300)
    assert picture_of(data_url(path, HERE)).size == (2000, 1000)
    assert base64.b64decode(data_url(small, HERE).partition(",")[2]) == small.read_bytes()


def test_picture_held_upright_stays_upright(tmp_path: Path) -> None:
    """A camera says so in Exif, which is lost when a picture is scaled."""
    path = tmp_path / "upright.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (3000, 1000), "navy").save(path, exif=exif)

    assert picture_of(data_url(path, HERE)).size == (667, 2000)


@pytest.mark.parametrize(
    ("attributes", "across"),
    [
        ('viewBox="0 0 40 10"', 2.0),
        ('width="40mm" height="10mm"', 2.0),
        ('width="4cm" height="10mm" viewBox="0 0 1 1"', 2.0),
        ('width="100%" viewBox="0,0,40,10"', 2.0),
        ('viewBox="none"', 1.414),
        ("", 1.414),
    ],
)
def test_drawing_has_the_proportion_that_it_says(
    tmp_path: Path, attributes: str, across: float
) -> None:
    """By its size, else its view, else by what a browser gives to one without either."""
    path = tmp_path / "x.svg"
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>', encoding="utf-8")

    assert logo_of(path, HERE, "X").across == across


def test_damaged_logo_is_told_at_its_row(tmp_path: Path) -> None:
    """Cut in the middle, it is an error at the row that names it, a letter having been set
    before too: the layout engine would have Pillow fill the hole."""
    load_engine()
    path = tmp_path / "cut.png"
    Image.effect_noise((300, 200), 40).save(path)
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(RenderFailed) as caught:
        logo_of(path, HERE, "X")

    assert [str(finding) for finding in caught.value.findings] == [
        'signatories/r.csv:7: "cut.png" cannot be read as a picture (export it again)'
    ]


@pytest.mark.parametrize(
    ("across", "side"),
    [
        ([], None),
        ([1.0] * 4, None),
        ([3.0, 3.0, 1.0, 1.0, 1.0, 0.7], 9.5),
        ([2.0] * 5, 10.1),
        ([3.0] * 6, None),
    ],
)
def test_a_few_too_many_stay_in_one_row(across: list[float], side: float | None) -> None:
    """A little smaller, rather than two of them by themselves on the next page; not too small."""
    assert side_in_one_row([Logo("data:,", one, "A") for one in across]) == side
