"""Legal forms: what the law adds to an organisation's name, and nobody says: "e.V.", "Inc.".

Forms of associations, foundations and companies that are met in rosters, collected by hand; most
are in the code list of ISO 20275 (Entity Legal Forms, gleif.org), against which they have not
been checked one by one. Left out are words that are said with the name ("Fundación",
"Association", "Derneği"), and forms of two letters without a dot that are a country's code as well:
those count after a comma alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

__all__ = ["LEADING_FORMS", "LEGAL_FORMS", "split_legal_form"]

# Written after the name, by language. A dot may be left out in what is typed, a blank added.
LEGAL_FORMS: Mapping[str, tuple[str, ...]] = {
    "bg": ("ЕООД", "ООД", "СНЦ"),
    "cs": ("o.p.s.", "s.r.o.", "zapsaný spolek"),
    "da": ("ApS", "f.m.b.a."),
    "de": (
        "eingetragener Verein", "eingetragene Genossenschaft", "gemeinnützige GmbH", "gGmbH",
        "GmbH", "gUG", "UG (haftungsbeschränkt)",
    ),
    "en": (
        "Incorporated", "Inc.", "Limited", "Ltd.", "Ltd/Gte", "Ltd by Guarantee",
        "Limited by Guarantee", "Company Limited by Guarantee", "Co. Ltd.", "CLG", "CIO", "SCIO",
        "LLC", "LLP", "PLC", "Pty Ltd.", "Pvt Ltd.", "Private Limited", "NPC", "(RF) NPC", "Corp.",
        "501(c)(3)", "501c3", "NPO", "NGO",
    ),
    "es": (
        "Asociación Civil", "I.A.P.", "A.B.P.", "S.A. de C.V.", "S. de R.L.", "Sociedad Limitada",
    ),
    "et": ("MTÜ",),
    "fi": ("rekisteröity yhdistys", "r.y.", "r.f."),
    "fr": ("A.S.B.L.", "A.I.S.B.L.", "association loi 1901", "loi 1901", "S.A.R.L."),
    "he": ('ע"ר', "ע״ר", "חל״צ", 'חל"צ'),
    "hu": ("Kft.", "Zrt.", "Nonprofit Kft."),
    "id": ("Tbk", "Persero"),
    "it": ("ONLUS", "O.N.L.U.S.", "APS ETS", "A.P.S.", "O.D.V.", "E.T.S.", "S.r.l.", "S.p.A."),
    "ja": (
        "NPO法人", "特定非営利活動法人", "一般社団法人", "公益社団法人", "一般財団法人",
        "公益財団法人", "株式会社",
    ),
    "ko": ("사단법인", "재단법인", "주식회사"),
    "ms": ("Sdn Bhd", "Berhad", "Bhd"),
    "nl": ("V.Z.W.", "I.V.Z.W."),
    "pl": ("sp. z o.o.",),
    "pt": ("Ltda.", "S/A", "I.P.S.S."),
    "ro": ("S.R.L.",),
    "sl": ("d.o.o.", "so.p."),
    "sk": ("občianske združenie",),
    "sv": ("ideell förening",),
    "tr": ("Ltd. Şti.",),
    "zh": ("有限公司", "有限责任公司"),
}  # fmt: skip

# Written before the name, by language.
LEADING_FORMS: Mapping[str, tuple[str, ...]] = {
    "fr": ("ASBL", "AISBL"),
    "id": ("PT.", "CV.", "UD.", "Yayasan", "Perkumpulan"),
    "ja": (
        "認定NPO法人", "NPO法人", "認定特定非営利活動法人", "特定非営利活動法人", "一般社団法人",
        "公益社団法人", "一般財団法人", "公益財団法人", "社会福祉法人", "社団法人", "財団法人",
        "株式会社",
    ),
    "ko": ("사단법인", "재단법인", "주식회사", "(사)", "(재)"),
    "lt": ("VšĮ",),
    "nl": ("Stichting", "vzw"),
    "et": ("MTÜ",),
    "ru": ("АНО", "НКО", "ООО", "РОО", "МОО"),
    "uk": ("ГО", "ГС", "БО", "БФ", "ТОВ"),
    "vi": ("Công ty TNHH",),
}  # fmt: skip

# Two letters: with their dots, or after a comma or in brackets.
_TWO_LETTERS = (
    "e.V.", "e.G.", "A.C.", "S.A.", "S.L.", "A.Ş.", "z.s.", "z.ú.", "o.z.", "n.o.", "o.s.", "A.B.",
    "B.V.", "A.S.", "A.G.", "C.V.",
)  # fmt: skip
# What no code of a country reads like as it is written.
_AS_WRITTEN = ("eV", "e.V", "ry", "rf", "z.s", "CIC")
# Languages that leave no blank between the form and the name.
_RUN_ON = frozenset({"ja", "zh", "ko"})
# After these the form is a word of the name: "Perkumpulan untuk …", an association for something.
_GOES_ON = r"(?:untuk|bagi|demi|dari|pada|voor|van|ter|tot|pour|des|du|для|за|по)\b"
# A name is whatever is left: "Limited Inc." is called so.
_LEAST = 2
# What has more forms in a row than this is no name.
_MOST = 4
_AROUND = " ,;()[]–—-\u3000"


def split_legal_form(name: str) -> tuple[str, tuple[str, ...]]:
    """The name without its legal forms, and these as they are written; a name that is nothing
    else keeps them."""
    leading, trailing = _patterns()
    forms: list[str] = []
    rest = " ".join(name.split())
    for pattern in (trailing, leading):
        for _ in range(_MOST):
            match = pattern.search(rest)
            if match is None:
                break
            without = (rest[: match.start()] + rest[match.end() :]).strip(" ,;–—-\u3000")
            if sum(sign.isalnum() for sign in without) < _LEAST:
                break
            forms.append(match["form"].strip(_AROUND))
            rest = without
    return rest, tuple(forms)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """For a form at the beginning, and for one at the end."""
    before = [
        form for lang, forms in LEADING_FORMS.items() if lang not in _RUN_ON for form in forms
    ]
    joined = [form for lang in LEADING_FORMS if lang in _RUN_ON for form in LEADING_FORMS[lang]]
    after = [form for forms in LEGAL_FORMS.values() for form in forms]
    run_on = [form for lang in LEGAL_FORMS if lang in _RUN_ON for form in LEGAL_FORMS[lang]]
    leading = rf"^(?:(?:{_any(before)})(?=[\s«\"“„])(?!\s+{_GOES_ON})|(?:{_any(joined)}))\s*"
    dotted = _any(_TWO_LETTERS, dots="\\.\\s?")
    bare = _any(_TWO_LETTERS)
    trailing = (
        rf"(?:\s*[\s,;(\[–—-]\s*(?:{_any(after)}|{dotted}|(?-i:{_any(_AS_WRITTEN)}))"
        rf"|\s*[,;(\[]\s*(?:{bare})|(?:{_any(run_on)}))[\s)\].]*$"
    )
    return (
        re.compile(f"(?P<form>{leading})", re.IGNORECASE),
        re.compile(f"(?P<form>{trailing})", re.IGNORECASE),
    )


def _any(forms: tuple[str, ...] | list[str], dots: str = r"\.?\s?") -> str:
    """One of the forms, the longest first."""
    ordered = sorted(forms, key=len, reverse=True)
    return "|".join(
        "".join(
            dots if sign == "." else r"\s+" if sign == " " else re.escape(sign) for sign in form
        )
        for form in ordered
    )
