"""Signature blocks of any size, in four scripts, with logos of every proportion: all invented."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from tests.support.letters import make_letter, signatory, text
from tests.support.logos import draw_logos
from undersigned.model.letter import Letter, SignatureBlock, SignatureGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from undersigned.model.roster import Signatory

__all__ = ["BLOCKS", "SHOW", "block_letter", "make_block", "organisations", "people", "sign"]

SHOW = frozenset({"acronym", "title", "affiliation", "country", "logo"})

_PLACES = {
    "en": "Alderby Brackfjord Coryhaven Dunmere Elmstead Fennvik Garmouth Isenthal Jorwick "
    "Kestrelby Lindale Marhaven Netherfjord Osterwick Quillmere Rookstead Sallowby Tarnvik",
    "ar": "آردن برقة جورين دلمار سلوان كستر لينار مرهاف نثار أوستر",
    "km": "អាដិន ប្រាក់វីក ឌុនមារ អែលស្តាត ហ្វេនវីក ហ្គាម៉ៅ លីនដាល",
    "ja": "アルデン ブラック湾 コリー ダンメア エルム フェン ガーマス リンデール",
}
_FORMS = {
    "en": (
        "{} Civic Forum", "Women's League of {}", "{} Legal Aid", "Citizens' Watch {}",
        "Journalists of {}", "{} Centre for Public Integrity and Open Contracting",
        "Friends of the {} Archive", "Council of Elders of {}",
        "International Committee for Free and Fair Elections in the Districts of {}",
        "Refuge {}",
    ),
    "ar": (
        "منتدى {} المدني", "رابطة نساء {}", "مركز {} للنزاهة العامة والشفافية",
        "أصدقاء أرشيف {}",
    ),
    "km": ("វេទិកាស៊ីវិល{}", "សម្ព័ន្ធស្ត្រី{}", "មជ្ឈមណ្ឌលដើម្បីតម្លាភាពនៃ{}", "មិត្តនៃបណ្ណសារ{}"),
    "ja": (
        "{}市民フォーラム", "{}女性連盟", "{}公共の誠実と開かれた契約のためのセンター",
        "{}資料館友の会",
    ),
}  # fmt: skip
_COUNTRIES = {
    "en": ("Velmara", "Examplia", "Republic of Sarnovia", "Upper Orland"),
    "ar": ("فيلمارا", "إكزامبليا", "جمهورية سارنوفيا"),
    "km": ("វែលម៉ារ៉ា", "អិកហ្សំព្លា", "សាធារណរដ្ឋសានូវីយ៉ា"),
    "ja": ("ヴェルマラ", "エグザンプリア", "サルノヴィア共和国"),
}
_GIVEN = ("Ines", "Tobias", "Maro", "Lucia", "Wren", "Odile", "Ansel", "Petra", "Yorick", "Hana")
_FAMILY = (
    "Caldara", "Wrenfield", "Estevane", "Brandt", "Skarsholm", "Vrenfeld", "Ombria", "Tallis",
    "Quarnero",
)  # fmt: skip
_TITLES = ("Chair", "Executive Director", "Professor of Constitutional Law", "Former Judge")
_LONG = (
    "Department of Comparative Constitutional History and Electoral Studies, "
    "Saint Orla University of the North Shore and the Outer Islands"
)
_NUMERALS = {"ar": "٠١٢٣٤٥٦٧٨٩", "km": "០១២៣៤៥៦៧៨៩"}


def organisations(number: int, language: str = "en", *, mixed: bool = True) -> list[Signatory]:
    """That many organisations, no two alike: each with an acronym and a country, and where
    `mixed`, every ninth in another script."""
    others = [code for code in _FORMS if code != language]
    found = []
    for i in range(number):
        own = others[i // 9 % len(others)] if mixed and i % 9 == 8 else language
        forms, places = _FORMS[own], _PLACES[own].split()
        round_, at = divmod(i, len(forms) * len(places))
        place = places[at % len(places)] + (f" {_number(round_ + 1, own)}" if round_ else "")
        name = forms[(at + at // len(places)) % len(forms)].format(place)
        found.append(
            signatory(
                name, i + 2, acronym=_acronym(i) if i % 3 else "",
                country=_COUNTRIES[language][i % len(_COUNTRIES[language])],
            )
        )  # fmt: skip
    return found


def people(number: int, language: str = "en") -> list[Signatory]:
    """That many people, no two alike, each with a title and an affiliation; some are long."""
    found = []
    for i in range(number):
        at = i // len(_GIVEN)
        name = f"{_GIVEN[i % len(_GIVEN)]} {_FAMILY[at % len(_FAMILY)]}"
        initial = chr(ord("A") + at // len(_FAMILY) % 26)
        found.append(
            signatory(
                name if at < len(_FAMILY) else name.replace(" ", f" {initial}. ", 1),
                i + 2,
                title=_TITLES[i % len(_TITLES)],
                affiliation=_LONG if i % 7 == 3 else f"{_PLACES['en'].split()[i % 18]} University",
                country=_COUNTRIES[language][i % len(_COUNTRIES[language])],
            )
        )
    return found


def block_letter(
    signatories: Sequence[Signatory],
    kind: str = "open-letter",
    language: str = "en",
    *,
    group_by: str = "",
    numbered: bool = False,
    show: frozenset[str] = SHOW,
) -> Letter:
    """A letter of the kind that these have signed, in groups by an attribute of theirs."""
    letter = make_letter(kind, language, 1, hostile=False)
    groups: dict[str, list[Signatory]] = {}
    for one in signatories:
        groups.setdefault(str(getattr(one, group_by)) if group_by else "", []).append(one)
    first = 1
    made = []
    for heading, members in groups.items():
        made.append(SignatureGroup(text(heading) if heading else None, tuple(members), first))
        first += len(members)
    count = text(f"{len(signatories):,} signatories") if len(signatories) > 1 else None
    block = SignatureBlock(tuple(made), numbered, show, count, None)
    return replace(letter, signatures=block)


def sign(signatories: Sequence[Signatory], pictures: Sequence[Path]) -> list[Signatory]:
    """The same, each with the next of the pictures for its logo."""
    return [
        replace(one, logo=str(picture)) for one, picture in zip(signatories, pictures, strict=True)
    ]


def make_block(name: str, folder: Path) -> Letter:
    """The letter with the block of this name, of `BLOCKS`; its pictures are drawn in `folder`."""
    return BLOCKS[name](folder)


def _signed_by_hand(folder: Path) -> Letter:
    path = folder / "signature.png"
    picture = Image.new("RGBA", (900, 500), (0, 0, 0, 0))
    stroke = [(200, 300), (300, 180), (360, 320), (460, 200), (520, 300), (700, 230)]
    ImageDraw.Draw(picture).line(stroke, fill=(20, 30, 90, 255), width=8)
    picture.save(path)
    return block_letter([replace(people(1)[0], signature=str(path))], "letter")


def _with_logos(number: int, kind: str, *, numbered: bool) -> Callable[[Path], Letter]:
    def make(folder: Path) -> Letter:
        signed = sign(organisations(number), draw_logos(folder / "logos", number))
        return block_letter(signed, kind, numbered=numbered)

    return make


def _in_countries(folder: Path) -> Letter:
    """Groups of one to seven names, so that each place on a page is a heading's somewhere."""
    signed = [
        replace(one, country=f"Province {int((i * 2) ** 0.75) + 1}")
        for i, one in enumerate(organisations(200, mixed=False))
    ]
    return block_letter(signed, group_by="country")


def _in_regions(folder: Path) -> Letter:
    """Groups of twelve names and more, each with its heading above."""
    signed = [
        replace(one, country=f"Region {int(i**0.6) + 1}")
        for i, one in enumerate(organisations(200, mixed=False))
    ]
    return block_letter(signed, group_by="country")


def _few_in_each_country(folder: Path) -> Letter:
    """Fifty-eight names of twenty-eight countries, nine of them of one."""
    signed = [
        replace(one, country=f"Country {i % 28 + 1 if i < 50 else 7}")
        for i, one in enumerate(organisations(58, mixed=False))
    ]
    return block_letter(signed, group_by="country")


def _in_language(code: str) -> Callable[[Path], Letter]:
    return lambda _: block_letter(organisations(500, code), "joint-statement", code, numbered=True)


BLOCKS: dict[str, Callable[[Path], Letter]] = {
    "one": lambda _: block_letter(people(1)),
    "one-signed": _signed_by_hand,
    "one-statement": lambda _: block_letter(organisations(1), "joint-statement"),
    "three-people": lambda _: block_letter(people(3), "joint-statement", numbered=True),
    "six": lambda _: block_letter(organisations(6)),
    "six-logos": _with_logos(6, "open-letter", numbered=False),
    "forty": lambda _: block_letter(organisations(40, mixed=False)),
    "forty-logos": _with_logos(40, "joint-statement", numbered=True),
    "forty-people": lambda _: block_letter(people(40)),
    "countries": _in_countries,
    "regions": _in_regions,
    "few-in-each": _few_in_each_country,
    "500": lambda _: block_letter(
        organisations(500, mixed=False), "joint-statement", numbered=True
    ),
    "500-people": lambda _: block_letter(people(500)),
    "3000": lambda _: block_letter(organisations(3000, mixed=False)),
    **{f"500-{code}": _in_language(code) for code in ("ar", "km", "ja")},
}


def _acronym(index: int) -> str:
    letters = ""
    for _ in range(3):
        index, at = divmod(index, 26)
        letters = chr(ord("A") + at) + letters
    return letters


def _number(number: int, language: str) -> str:
    digits = _NUMERALS.get(language)
    return "".join(digits[int(d)] for d in str(number)) if digits else str(number)
