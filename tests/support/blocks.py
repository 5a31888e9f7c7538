"""Signature blocks of any size, in four scripts, with logos of every proportion: all invented."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.support.letters import make_letter, signatory, text
from undersigned.model.letter import Letter, SignatureBlock, SignatureGroup

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from undersigned.model.roster import Signatory

__all__ = ["SHOW", "block_letter", "organisations", "people", "sign"]

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


def _acronym(index: int) -> str:
    letters = ""
    for _ in range(3):
        index, at = divmod(index, 26)
        letters = chr(ord("A") + at) + letters
    return letters


def _number(number: int, language: str) -> str:
    digits = _NUMERALS.get(language)
    return "".join(digits[int(d)] for d in str(number)) if digits else str(number)
