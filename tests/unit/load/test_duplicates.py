"""Duplicates: what is certain, what is asked, and what says so."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from undersigned.load.duplicates import Candidate, Verdict, find_duplicates, shared_acronyms
from undersigned.load.name_reading import joined_letters
from undersigned.model.roster import SignatoryKind

if TYPE_CHECKING:
    from pathlib import Path

PERSON = SignatoryKind.INDIVIDUAL


def said(*candidates: Candidate) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [
        (pair.first.key, pair.second.key, str(pair.verdict), pair.evidence)
        for pair in find_duplicates(candidates)
    ]


def one_pair(first: Candidate, second: Candidate) -> tuple[str, tuple[str, ...]] | None:
    found = said(first, second)
    return (found[0][2], found[0][3]) if found else None


def org(name: str, acronym: str = "", **more: str) -> Candidate:
    return Candidate(name, name, acronym, **more)  # type: ignore[arg-type]


def person(name: str, **more: str) -> Candidate:
    return Candidate(name, name, kind=PERSON, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "second", "evidence"),
    [
        (org("Velmar Watch"), org("VELMAR  WATCH"),
         "the same but for capitals, accents, blanks or signs"),
        (org("The Velmar Watch"), org("Velmar Watch"), "the same but for “The”"),
        (org("Velmar Watch e.V."), org("Velmar Watch"), "the same but for a legal form"),
        (org("Velmar Centre"), org("Velmar Center"),
         "the same in another spelling, or with a word written out"),
        (org("Velmar Watch", "VW"), org("Velmar Watch (VW)"),
         "the same but for capitals, accents, blanks or signs"),
        (org("Wächter Velmar"), org("Waechter Velmar"), "the same with umlauts written out"),
    ],
)  # fmt: skip
def test_one_name_in_two_spellings_is_certain(
    first: Candidate, second: Candidate, evidence: str
) -> None:
    """And the evidence says what differs."""
    assert one_pair(first, second) == ("same", (evidence,))


def test_two_grammars_are_certain_where_the_acronym_agrees_and_asked_where_nothing_does() -> None:
    """Small words, plurals and adjectives alone leave a doubt."""
    names = ("Asia Ballots Forum", "Asian Ballot Forum")
    adjective = "the same but for an adjective (“Asia” and “Asian”, or the like)"
    assert one_pair(org(names[0]), org(names[1])) == ("doubtful", (adjective,))
    assert one_pair(org(names[0], "ABFO"), org(names[1], "ABFO")) == (
        "same", (adjective, "one acronym"),
    )  # fmt: skip
    sites = org(names[0], url="https://abf.example"), org(names[1], email="post@abf.example")
    assert one_pair(*sites) == ("same", (adjective, "one website or domain of e-mail"))


@pytest.mark.parametrize(
    ("first", "second", "against"),
    [
        (org("Velmar Watch", country="KE"), org("Velmar Watch", country="Uganda"), "two countries"),
        (org("Velmar Watch", "VW"), org("Velmar Watch", "VEW"), "two acronyms"),
        (org("Velmar Watch", url="https://a.example"), org("Velmar Watch", url="https://b.example"),
         "two websites or domains of e-mail"),
        (org("Velmar Watch", id="a"), org("Velmar Watch", id="b"), "two ids"),
    ],
)  # fmt: skip
def test_what_contradicts_makes_a_question_of_one_name(
    first: Candidate, second: Candidate, against: str
) -> None:
    """The same name with something else beside it is not merged."""
    assert one_pair(first, second) == ("doubtful", ("the same name", against))


def test_countries_agree_in_whichever_words() -> None:
    """A code and a name in any language are one country."""
    pair = org("Velmar Watch", country="KH"), org("Velmar Watch", country="Kambodscha")
    assert one_pair(*pair) == ("same", ("the same name",))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (org("Velmar Watch", "VWN"), org("Velmar Watch Kenya", "VWN")),
        (org("Velmar Watch (KENYA)"), org("Velmar Watch")),
        (org("North Velmar Watch", email="a@b.example"),
         org("South Velmar Watch", email="a@b.example")),
        (org("Velmar Watch Kenya", country="KE"), org("Velmar Watch")),
        (org("Velmar Watch Kenya"), org("Velmar Watch", country="UG")),
        (org("Velmar Watch (Kenya)", country="KE"), org("Velmar Watch (Uganda)", country="UG")),
        (org("Velmar Watch"), person("Velmar Watch")),
        (org("Zambia Watch"), org("Gambia Watch")),
        (org("Velmar Circle"), org("Orvanna Circle")),
        (org("Velmar Watch", email="a@gmail.com"), org("Orvanna Circle", email="b@gmail.com")),
    ],
)  # fmt: skip
def test_what_differs_is_not_asked(first: Candidate, second: Candidate) -> None:
    """Neither chapters of one body, nor an organisation and a person of one name."""
    assert one_pair(first, second) is None


def test_a_town_in_brackets_is_no_acronym_for_certain() -> None:
    """Capitals in brackets that are not the beginnings of words may be where a chapter sits."""
    assert one_pair(org("Riverlight Aid (RIGA)"), org("Riverlight Aid")) == (
        "doubtful", ("the same but for what stands in brackets",),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "evidence"),
    [
        ("Legal Aid (LA)", "Legal Aid", "the same but for what stands in brackets"),
        ("The Lantern", "Lantern", "the same but for “The”"),
        ("El Sol Rojo", "La Sol Rojo", "the same but for “El” and “La”"),
        ("Yayasan Lentera", "Perkumpulan Lentera", "two legal forms"),
        ("Hội Bạn Orvan", "Hội Bán Orvan", "the accents differ"),
    ],
)
def test_what_is_set_aside_may_be_what_differs(first: str, second: str, evidence: str) -> None:
    """A country's code in brackets, the article of a single word, two of a kind, two accents."""
    assert one_pair(org(first), org(second)) == ("doubtful", (evidence,))


@pytest.mark.parametrize(
    ("name", "beside", "evidence"),
    [
        ("Velmar 24/7", "Velmar 247",
         ("a sign differs that may be a part of the name", "a blank stands elsewhere")),
        ("Now Here Velmar", "Nowhere Velmar", ("a blank stands elsewhere",)),
        ("Now Here Centre", "Nowhere Center",
         ("the same in another spelling, or with a word written out", "a blank stands elsewhere")),
        ("Ma Orvan", "Mã Orvan", ("an accent is left out, and the name is short",)),
        ("La Paz Lanterns", "Paz Lanterns",
         ("the same but for “La”", "the article may belong to a place")),
    ],
)  # fmt: skip
def test_what_may_be_another_word_is_asked_whatever_agrees(
    name: str, beside: str, evidence: tuple[str, ...]
) -> None:
    """Neither acronym nor website makes it certain, and two countries do not make it two."""
    assert one_pair(org(name), org(beside)) == ("doubtful", evidence)
    site = "https://v.example"
    assert one_pair(org(name, "VWN", url=site), org(beside, "VWN", url=site)) == (
        "doubtful", (*evidence, "one acronym", "one website or domain of e-mail"),
    )  # fmt: skip
    assert one_pair(org(name, country="KE"), org(beside, country="UG")) == (
        "doubtful", (*evidence, "two countries"),
    )  # fmt: skip


def test_one_name_but_for_brackets_is_a_question_in_two_countries_too() -> None:
    """Whether an acronym, a town or a chapter's country stands there."""
    plain, aside = org("Velmar Watch", country="UG"), "the same but for what stands in brackets"
    for inside in ("HM", "VWX", "Rural Count", "Kenya"):
        bracketed = org(f"Velmar Watch ({inside})", country="KE")
        assert one_pair(bracketed, plain) == ("doubtful", (aside, "two countries"))
    assert one_pair(org("Velmar Watch (VW)", country="KE"), plain) == (
        "doubtful", ("the same but for the acronym", "two countries"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("The Velmar Watch Kenya", "KE"), ("Velmar Watch (Kenya)", "KE"),
        ("Kenya Velmar Watch", "Kenya"), ("Velmar Watch of the United States", "US"),
        ("Velmar Watch Côte d’Ivoire", "CI"),
        ("Velmar Watch, Democratic Republic of the Congo", "CD"),
    ],
)  # fmt: skip
def test_a_country_in_the_name_of_one_and_the_column_of_the_other_is_a_question(
    name: str, country: str
) -> None:
    """It may be the chapter, or the same that writes its country twice."""
    evidence = ("the same but for the country where the other is",)
    beside = org("Velmar Watch", country=country)
    assert one_pair(org(name), beside) == ("doubtful", evidence)
    assert one_pair(beside, org(name, country=country)) == ("doubtful", evidence)


def test_a_person_whose_name_is_turned_round_is_a_question() -> None:
    """Unless a comma says which is the family's; what follows it may be a degree."""
    one = person("Li Wei", affiliation="Velmar Law School")
    agreed = ("one name", "one affiliation")
    assert one_pair(one, replace(one, name="Wei Li")) == (
        "doubtful", (*agreed, "the words of the name in another order"),
    )  # fmt: skip
    assert one_pair(one, replace(one, name="Wei, Li")) == ("same", agreed)
    assert one_pair(replace(one, name="Li Wei PhD"), replace(one, name="Li Wei, Ph.D.")) == (
        "same", agreed,
    )  # fmt: skip
    assert one_pair(replace(one, name="Anna Lee"), replace(one, name="Annalee")) == (
        "doubtful", (*agreed, "a blank stands elsewhere"),
    )  # fmt: skip
    assert one_pair(replace(one, name="山田 太郎"), replace(one, name="山田太郎")) == (
        "same", agreed,
    )  # fmt: skip


def test_accents_that_one_leaves_out_say_nothing() -> None:
    """Only where both are written with accents do these tell people apart."""
    name = person("Nguyễn Thị Lành", affiliation="Orvan School")
    assert one_pair(name, replace(name, name="Nguyen Thi Lanh")) == (
        "same", ("one name", "one affiliation"),
    )  # fmt: skip
    assert one_pair(name, replace(name, name="Nguyễn Thị Lạnh")) == (
        "doubtful", ("one name", "one affiliation", "the accents differ"),
    )  # fmt: skip


def test_a_bare_acronym_is_a_question_until_website_or_country_agree() -> None:
    """A long acronym in one country is certain; a short one is shared too easily."""
    named = org("Velmar Watch for Elections", "VWFE", country="KE", url="https://v.example")
    short = "one is called by the acronym of the other"
    assert one_pair(named, org("VWFE")) == ("doubtful", (short,))
    assert one_pair(named, org("VWFE", country="KE")) == ("doubtful", (short, "one country"))
    assert one_pair(named, org("VWFE", url="http://www.v.example/x")) == (
        "same", (short, "one website or domain of e-mail"),
    )  # fmt: skip
    letters = "one is called by the first letters of the other"
    assert one_pair(org("Velmar Watch for Elections"), org("VWE")) == ("doubtful", (letters,))


def test_a_former_or_native_name_is_certain() -> None:
    """A name that equals one of the directory's further names is that entry."""
    entry = Candidate("entry", "Velmar Watch", other_names=("Guet de Velmar", "វ៉ែលម៉ា"))
    evidence = ("the same name", "a former name, or one in another language")
    assert one_pair(entry, org("Guet de Velmar")) == ("same", evidence)
    assert one_pair(org("វ៉ែលម៉ា"), entry) == ("same", evidence)


def test_people_are_one_where_affiliation_or_address_agree() -> None:
    """One name alone is a question, and so are two addresses."""
    name = person("Amara Delune", affiliation="Velmar Law School")
    assert one_pair(name, replace(name, name="Prof. Delune, Amara")) == (
        "same", ("one name", "one affiliation"),
    )  # fmt: skip
    mail = person("Amara Delune", email="A@velmar.example")
    assert one_pair(mail, person("AMARA DELUNE", email="a@velmar.example")) == (
        "same", ("one name", "one e-mail address"),
    )  # fmt: skip
    assert one_pair(mail, name) == ("doubtful", ("one name",))
    assert one_pair(
        replace(name, email="a@x.example"), replace(name, email="b@x.example")
    ) == ("doubtful", ("one name", "one affiliation", "two e-mail addresses"))  # fmt: skip
    assert one_pair(name, replace(name, name="A. Delune")) == (
        "doubtful", ("one surname, and an initial that fits", "one affiliation"),
    )  # fmt: skip
    assert one_pair(name, person("Bela Torin", affiliation="Velmar Law School")) is None


def test_candidates_meet_the_others_and_the_others_not_each_other() -> None:
    """The directory is looked up in, and not searched for its own duplicates."""
    new, old = org("Velmar Watch"), [org("VELMAR WATCH"), org("velmar watch")]
    found = find_duplicates([new], old)
    assert [(pair.first, pair.second) for pair in found] == [(new, old[0]), (new, old[1])]


def test_a_decision_counts_for_these_two_and_for_no_third() -> None:
    """Same makes certain, different keeps silent; whoever shares the name is asked anew."""
    first = person("Amara Delune", affiliation="Velmar Law School")
    second = person("Amara Delune", affiliation="Law School of Velmar City")
    third = person("Amara Delune", affiliation="Brennack Hospital")
    (pair,) = find_duplicates([first, second])
    assert pair.verdict is Verdict.DOUBTFUL
    (same, *_) = find_duplicates([first, second, third], decided={pair.key: True})
    assert (same.verdict, same.evidence[-1]) == (Verdict.SAME, "decided before")
    found = find_duplicates([third, second, first], decided={pair.key: False})
    assert [(p.first, p.second) for p in found] == [(third, second), (third, first)]
    twins = [replace(first, email=f"{n}@x.example") for n in range(3)]
    keys = {pair.key for pair in find_duplicates(twins)}
    assert len(keys) == 3


def test_one_id_is_one_signatory() -> None:
    """Whatever else the rows say."""
    assert one_pair(org("Velmar Watch", id="vw"), org("Orvanna Circle", id="VW")) == (
        "same", ("one id",),
    )  # fmt: skip


def test_an_acronym_that_stands_for_two_names_is_told() -> None:
    """Spellings of one name are one; a bare acronym is no name."""
    first, second = org("Alliance for Ballots", "AFB"), org("Action for Bridges (AFB)")
    rest = [org("The Alliance for Ballots", "A.F.B."), org("AFB"), org("Velmar Watch", "VW")]
    (found,) = shared_acronyms([first, *rest, second])
    assert (found.acronym, found.candidates) == ("AFB", (first, second))


def test_evidence_holds_nothing_of_the_names() -> None:
    """It is told of rows that must not be named."""
    first = org("Xyzzy Ballots Forum (XBF)", "XBF", email="xyzzy@xyzzy.example", country="KE")
    second = org("Xyzzy Ballot Forum", "XBF", email="xyzzy@xyzzy.example", country="KE")
    (pair,) = find_duplicates([first, second])
    told = " ".join(pair.evidence).casefold()
    assert "xyzzy" not in told
    assert "xbf" not in told


def test_no_two_bodies_of_the_catalogue_are_taken_for_one(repository: Path) -> None:
    """Hundreds of real names that resemble each other, and that are all somebody else's."""
    names: dict[str, None] = {}
    for table in ("parliaments", "chambers", "bodies", "offices"):
        path = repository / "recipients" / "catalogue" / f"{table}.csv"
        with path.open(encoding="utf-8-sig", newline="") as file:
            names |= dict.fromkeys(row["name"] for row in csv.DictReader(file))
    assert len(names) > 600
    found = find_duplicates([org(name) for name in names if name])
    assert [pair for pair in found if pair.verdict is Verdict.SAME] == []
    assert len(found) < len(names) / 40


def test_many_of_one_name_are_asked_once_a_row() -> None:
    """A hostile table of one name cannot make a million questions."""
    assert len(find_duplicates([org("Velmar Watch")] * 2000)) == 1999


NAMES = st.text(max_size=60) | st.sampled_from([
    "The Velmar Watch", "Velmar Watch e.V.", "VW", "Velmar Watch (VW)", "Asia Circle",
    "Asian Circles", "(", "…", "\ud800", "Velmar: World Circle of Watchers", "NPO法人ひかり",
])  # fmt: skip
CANDIDATES = st.builds(
    Candidate,
    key=st.just(""),
    name=NAMES,
    acronym=st.sampled_from(["", "VW", "AC", "\x00"]) | st.text(max_size=5),
    kind=st.sampled_from(SignatoryKind),
    country=st.sampled_from(["", "KE", "Uganda", "?"]),
    url=st.sampled_from(["", "https://v.example", "http://[", "x"]) | st.text(max_size=10),
    email=st.sampled_from(["", "a@v.example", "@", "a@"]),
    other_names=st.just(()) | st.tuples(NAMES),
    affiliation=st.sampled_from(["", "Velmar Law School"]),
    id=st.sampled_from(["", "", "a", "b"]),
)


@settings(deadline=None)
@given(st.lists(CANDIDATES, max_size=8))
def test_whatever_the_text_and_whatever_the_order_the_pairs_are_the_same(
    candidates: list[Candidate],
) -> None:
    """Nothing raises, and no verdict depends on who comes first."""
    numbered = [replace(one, key=str(at)) for at, one in enumerate(candidates)]

    def pairs(of: list[Candidate]) -> set[tuple[frozenset[str], str, str, frozenset[str]]]:
        return {
            (frozenset((p.first.key, p.second.key)), p.key, p.verdict, frozenset(p.evidence))
            for p in find_duplicates(of)
        }

    assert pairs(numbered) == pairs(numbered[::-1])
    assert [len(found.candidates) > 1 for found in shared_acronyms(numbered)].count(False) == 0


@settings(deadline=None)
@given(st.text(min_size=1, max_size=40).filter(joined_letters), st.sampled_from(SignatoryKind))
def test_a_name_is_found_again_in_capitals_and_with_blanks(name: str, kind: SignatoryKind) -> None:
    """Case, blanks and signs of no width hide nobody."""
    changed = f"  {name.upper()}\u200b ".replace(" ", "\u00a0 ")
    pair = Candidate("a", name, kind=kind), Candidate("b", changed, kind=kind)
    assert len(find_duplicates(pair)) == 1


def test_ten_thousand_letters_are_looked_at() -> None:
    """What is no name is compared all the same, and nobody waits for it."""
    long = "Velmar (X) - " * 800
    assert len(find_duplicates([org(long), org(long.upper()), org("é" * 10_000)])) == 1
