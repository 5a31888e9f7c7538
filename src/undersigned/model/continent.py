"""Continents: the five regions of the world, and which country lies in which.

Regions and members are those of UN M49 (Statistics Division), as in `regions.csv` of the
catalogue, which a test holds this table to; Kosovo, which they do not list, is where CLDR has it
(common/supplemental, territoryContainment). Antarctica is in none.
"""

from __future__ import annotations

__all__ = ["CONTINENTS", "continent_of"]

# Africa, the Americas, Asia, Europe, Oceania: by M49's code, which is also CLDR's for the region's
# name in every language.
_MEMBERS = {
    "002": """
        AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY
        MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA
        ZM ZW
    """,
    "019": """
        AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT
        GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI
    """,
    "142": """
        AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM
        MN MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE
    """,
    "150": """
        AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI
        LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK
    """,
    "009": """
        AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS
    """,
}

CONTINENTS = {code: frozenset(members.split()) for code, members in _MEMBERS.items()}
_CONTINENT = {country: code for code, members in CONTINENTS.items() for country in members}


def continent_of(country: str) -> str:
    """The region's code for a country's (ISO 3166-1 alpha-2); "" where it lies in none, and for
    what is no code."""
    return _CONTINENT.get(country.upper(), "")
