"""Words in the names of organisations: which say nothing, which are spelt in two ways, which are
general, and which tell one organisation from another.

Collected from the languages in which coalitions sign; folded, as `model.organisation_name` does.
"""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from undersigned.load.country import countries_by_code, country_names
from undersigned.model.organisation_name import folded

__all__ = [
    "AND",
    "GENERAL",
    "SMALL",
    "family",
    "is_distinguishing",
    "is_place",
    "singular",
    "spelt",
]

# "&" in any language.
AND = frozenset("and et und dan och ve og kai va y и та і و".split())  # noqa: SIM905 - a list of words

SMALL = AND | frozenset(
    """
    of the for to in on at by from with a an
    de du des d la le les l pour en au aux a sur par
    e del las los el para por al do da dos das em o os as no na nas nos
    fur fuer der die das den dem des von vom im am zu zur zum
    untuk bagi di dari yang ke
    ya wa cha kwa za la vya
    di della dei delle degli dello per il lo gli nel nella
    van voor het een i av for till
    cua cho ve tai
    в у з із по для за на
    في من على
    """.split()  # noqa: SIM905
)

# What is written in two ways and never means two things.
_SPELLINGS = {
    "centre": "center", "centres": "centers", "theatre": "theater", "defence": "defense",
    "licence": "license", "programme": "program", "programmes": "programs", "labour": "labor",
    "neighbour": "neighbor", "neighbours": "neighbors", "honour": "honor", "colour": "color",
    "behaviour": "behavior", "harbour": "harbor", "dialogue": "dialog", "dialogues": "dialogs",
    "judgement": "judgment", "enrolment": "enrollment", "grey": "gray", "defenders": "defenders",
    # Abbreviations that have one meaning in a name.
    "intl": "international", "assoc": "association", "assn": "association", "asscn": "association",
    "org": "organization", "orgs": "organizations", "natl": "national", "univ": "university",
    "inst": "institute", "fdn": "foundation", "ctr": "center", "cttee": "committee",
    "cmte": "committee", "dept": "department", "govt": "government", "st": "saint",
}  # fmt: skip
_ISE = re.compile(r"(?<=[a-z]{3})is(e[drs]?|ing|ations?|ational)$")
# What ends so without a British "s" in it.
_NOT_ISE = frozenset("promise enterprise exercise franchise expertise precise premises".split())  # noqa: SIM905

# Words of one family: the choice between them is a slip more often than another meaning.
_FAMILIES = {
    "asian": "asia", "african": "africa", "european": "europe", "pacifik": "pacific",
    "electoral": "election", "democratic": "democracy", "protection": "protect",
    "protecting": "protect", "monitoring": "monitor", "parliamentary": "parliament",
}  # fmt: skip

# What an organisation is, and adjectives that its name goes without as well.
GENERAL = frozenset(
    """
    international global world worldwide independent free open
    foundation trust association organization organisation network initiative group institute
    center society fund coalition alliance forum union federation council program project
    campaign movement ngo nonprofit association asbl
    fondation reseau institut societe coalition mouvement collectif organisation
    fundacion asociacion red instituto organizacion iniciativa alianza fundacao associacao rede
    stiftung verein netzwerk verband bundnis
    yayasan perkumpulan jaringan lembaga perhimpunan independen organisasi komunitas
    fondazione associazione stichting vereniging
    shirika taasisi mtandao asasi
    """.split()  # noqa: SIM905
)

# What tells a chapter, a section or a sister from another.
_APART = frozenset(
    """
    north south east west northern southern eastern western central upper lower northeast
    northwest southeast southwest northeastern northwestern southeastern southwestern
    nord sud est ouest norte sur sul este oeste leste ost sued suedost norden suden osten westen
    utara selatan timur barat tengah kaskazini kusini mashariki magharibi
    شمال جنوب شرق غرب الشمال الجنوب الشرق الغرب
    branch chapter section wing unit district province provincial region regional local national
    federal state city municipal county ward lokal cabang wilayah daerah sektion ortsgruppe
    landesverband bundesverband filiale seccion secao delegacion capitulo tawi
    women woman womens men mens youth youths children child girl girls boys student students
    elder elders young junior senior lgbt
    femmes femme hommes jeunes enfants etudiants mujeres mujer hombres jovenes ninos ninas
    estudiantes mulheres homens jovens criancas frauen manner jugend kinder studierende
    perempuan wanita pemuda anak mahasiswa wanawake wanaume vijana watoto wanafunzi
    نساء النساء شباب الشباب اطفال
    one two three four five six seven eight nine ten first second third fourth fifth
    i ii iii iv v vi vii viii ix x old new
    asia africa europe america americas oceania pacific arab latin caribbean balkan balkans
    antiafrica african asian european american
    """.split()  # noqa: SIM905
)

_LANGUAGES_OF_PLACES = ("en", "fr", "es", "pt", "de", "id", "sw")
_PEOPLE = ("n", "an", "ian", "ean", "ese", "i", "ish", "er", "is", "ien", "ienne", "ano", "ana")
_SHORTEST_STEM = 4
_PLACES_IN_SHORT = frozenset(
    {"uk", "usa", "us", "drc", "uae", "car", "png", "oman", "iran", "peru"}
)
# Words in the names of states that stand in those of organisations too.
_OF_STATES = frozenset(
    "democratic republic united people state states kingdom holy great city new virgin".split()  # noqa: SIM905
)


def spelt(word: str) -> str:
    """The word in American spelling and written out."""
    if word in _SPELLINGS:
        return _SPELLINGS[word]
    return word if word in _NOT_ISE else _ISE.sub(r"iz\1", word)


@cache
def singular(word: str) -> str:
    """The word without what makes a plural in English, French, Spanish and Portuguese."""
    if not word.isascii() or len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 5:
        return f"{word[:-3]}y"
    return word.removesuffix("s")


def family(word: str) -> str:
    """The word that stands for this one and its relatives: asia for asian."""
    return _FAMILIES.get(word, word)


@cache
def is_distinguishing(word: str) -> bool:
    """Whether two names that differ in this word are two organisations: a place, a direction, a
    number, a section, whom it is for."""
    return word in _APART or any(map(str.isdigit, word)) or len(word) == 1 or is_place(word)


@cache
def is_place(word: str) -> bool:
    """Whether it is a country's name or a word of it, or what its people are called."""
    stems = [
        word.removesuffix(ending)
        for ending in _PEOPLE
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM
    ]
    endings = ("", "a", "e", "ia", "y", "land")
    return word in _places() or any(s + end in _places() for s in stems for end in endings)


@cache
def _places() -> frozenset[str]:
    names = [
        str(name)
        for language in _LANGUAGES_OF_PLACES
        for code, name in Locale(language).territories.items()
        if countries_by_code(code) == (code,)
    ]
    names += [name for code in Locale("en").territories for name in country_names(str(code))]
    words = {word for name in names for word in folded(name).split() if len(word) > 3}
    return frozenset(words | _PLACES_IN_SHORT) - SMALL - GENERAL - _OF_STATES
