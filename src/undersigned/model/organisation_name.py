"""Organisation name: what sorts it, and what it is compared by.

Leading articles are the definite ones of MARC 21, Appendix F (Library of Congress, December
2023), by which libraries file. Indefinite ones stay: at the head of a name "A" or "Un" is as often
an initial, a preposition or another language's word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from undersigned.model.legal_forms import LEADING_FORMS, LEGAL_FORMS, split_legal_form

__all__ = [
    "LEADING_ARTICLES",
    "LEADING_FORMS",
    "LEGAL_FORMS",
    "accented",
    "folded",
    "sorting_name",
    "split_legal_form",
    "without_article",
]

# By language; one that ends in an apostrophe or a hyphen runs on into the next word.
LEADING_ARTICLES: Mapping[str, tuple[str, ...]] = {
    "af": ("Die",),
    "ar": ("al-", "el-"),
    "ca": ("El", "La", "Els", "Les", "L’"),
    "cy": ("Y", "Yr"),
    "da": ("Den", "Det", "De"),
    "de": ("Der", "Die", "Das"),
    "el": ("Ο", "Η", "Το", "Οι", "Τα"),
    "en": ("The",),
    "es": ("El", "La", "Los", "Las"),
    "fr": ("Le", "La", "Les", "L’"),
    "fy": ("De", "It"),
    "ga": ("An", "Na"),
    "gl": ("O", "A", "Os", "As"),
    "hu": ("A", "Az"),
    "it": ("Il", "Lo", "La", "I", "Gli", "Le", "L’"),
    "mg": ("Ny",),
    "mi": ("Te", "Ngā"),
    "nb": ("Den", "Det", "De"),
    "nl": ("De", "Het", "’t"),
    "nn": ("Den", "Det", "Dei"),
    "no": ("Den", "Det", "De", "Dei"),
    "oc": ("Lo", "La", "Los", "Las", "L’"),
    "pt": ("O", "A", "Os", "As"),
    "sv": ("Den", "Det", "De"),
    "tl": ("Ang mga", "Ang"),
}

# Letters that Unicode does not take apart into a plain one and a mark, signs that are typed for
# one another, and those that stand within a word.
_PLAIN = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h",
    "ə": "e", "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": "", "'": "", "’": "", "‘": "", "ʻ": "",
    "ʼ": "", "`": "", "´": "", "′": "",
})  # fmt: skip
# Marks that a hasty hand leaves out. Those of other scripts are letters: ប៊ is not ប.
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff]+")
_BLANKS = " \t\r\n\u00a0\u3000"
_OTHER_MARKS = re.compile("[\u0591-\u05c7\u064b-\u065f\u0670]+")
_ONE_SIGN = {sign: plain for sign, plain in _PLAIN.items() if not plain or sign > 0x590}
_QUOTES = "\"'“”„«»‘’‚‹›「」『』《》〈〉" + _BLANKS


def folded(name: str) -> str:
    """The name without case, accents and punctuation, its words a blank apart; "" where it has
    neither letter nor digit."""
    # Taken apart before and after: capitals come of what is one sign, and of small ones marks.
    small = unicodedata.normalize("NFKD", name).casefold().translate(_PLAIN)
    apart = _MARKS.sub("", unicodedata.normalize("NFKD", small)).translate(_PLAIN)
    kept = "".join(map(_folded_sign, apart))
    return " ".join(unicodedata.normalize("NFC", kept).split())


def accented(name: str) -> str:
    """The name folded, but with the accents of its Latin, Greek and Cyrillic letters; a Russian
    ё, which most write without its dots, excepted."""
    small = unicodedata.normalize("NFKD", name).casefold().translate(_ONE_SIGN)
    small = _OTHER_MARKS.sub("", unicodedata.normalize("NFKD", small)).replace("е\u0308", "е")
    kept = "".join(map(_folded_sign, unicodedata.normalize("NFC", small)))
    return " ".join(unicodedata.normalize("NFC", kept).split())


def _folded_sign(sign: str) -> str:
    if sign.isalnum():
        return sign
    category = unicodedata.category(sign)
    if category == "Cf":
        # Joiners, marks of direction and blanks of no width change nothing of a name.
        return ""
    return " " if category[0] in "PSZ" or category in ("Cc", "Cs") else sign


def sorting_name(name: str, language: str) -> str:
    """The name as it is sorted: without quotation mark, article (of the language, and an English
    "The") and legal forms; the name itself where nothing else is left."""
    rest, _ = split_legal_form(name)
    # Once before the quotation mark is gone, since the Dutch article begins with one.
    rest = without_article(rest, language).lstrip(_QUOTES) or rest
    rest, _ = split_legal_form(without_article(rest, language))
    return rest.strip(_QUOTES) or name


def without_article(name: str, language: str) -> str:
    """The name without its article, of this language (BCP 47) or in English."""
    rest = _articles(language.partition("-")[0].casefold()).sub("", name, count=1)
    return rest if any(sign.isalnum() for sign in rest) else name


@cache
def _articles(language: str) -> re.Pattern[str]:
    found = []
    for article in dict.fromkeys((*LEADING_ARTICLES.get(language, ()), "The")):
        word = re.escape(article).replace("’", "['’ʼ]")
        found.append(word + ("" if article.endswith(("’", "-")) else r"\s+"))
    return re.compile(rf"^(?:{'|'.join(found)})", re.IGNORECASE)
