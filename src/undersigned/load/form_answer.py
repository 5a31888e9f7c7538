"""Form answer: what somebody ticked or chose in a form, where it decides over a name.

An answer that is not understood is None, never a yes: whoever asks refuses the row.
"""

from __future__ import annotations

import re
import unicodedata

from undersigned.model.roster import SignatoryKind

__all__ = [
    "asks_to_hide",
    "find_kind",
    "is_answer",
    "is_kind",
    "may_ask_to_hide",
    "may_be_named",
    "no_organisation",
    "yes_or_no",
]

_YES = frozenset({
    "yes", "y", "true", "1", "x", "✓", "✔", "☑", "on", "checked", "ticked", "agree", "agreed",
    "i agree", "we agree", "i do", "we do", "ok", "okay", "i consent", "we consent", "accept",
    "i accept", "confirmed", "i confirm", "we confirm", "yes i agree", "yes we agree", "yes i do",
    "oui", "j'accepte", "d'accord", "je consens", "nous acceptons", "coché",
    "sí", "si", "acepto", "aceptamos", "de acuerdo", "sim", "aceito", "concordo", "aceitamos",
    "ja", "einverstanden", "ich stimme zu", "wir stimmen zu", "wahr", "vrai", "verdadero",
    "verdadeiro", "ya", "setuju", "kami setuju", "saya setuju", "نعم", "أوافق", "نوافق", "موافق",
    "はい", "同意する", "同意します", "បាទ", "ចាស", "យល់ព្រម", "បាទ/ចាស", "ចាស/បាទ",
})  # fmt: skip
_NO = frozenset({
    "no", "n", "false", "0", "☐", "off", "unchecked", "disagree", "i do not agree",
    "we do not agree", "i disagree", "i do not", "we do not", "decline", "declined", "i decline",
    "we decline", "non", "pas d'accord", "je refuse", "nous refusons", "não", "nao", "não aceito",
    "não concordo", "no acepto", "nein", "nicht einverstanden", "falsch", "faux", "falso", "tidak",
    "tidak setuju", "kami tidak setuju", "saya tidak setuju", "لا", "لا أوافق", "غير موافق",
    "いいえ", "同意しない", "同意しません", "ទេ", "មិនយល់ព្រម",
})  # fmt: skip
# A sentence that begins so and says nothing against it: "Yes, you may print our name".
_BEGINS_YES = re.compile(r"(yes|oui|sí|sim|ja|ya|نعم|はい)\b", re.IGNORECASE)
_BEGINS_NO = re.compile(r"(no|non|não|nein|tidak|لا|いいえ)\s*[,.;:–—-]", re.IGNORECASE)
_DOUBT = re.compile(
    r"\b(not|no|n't|don['’]?t|never|only|but|except|unless|if|anonym\w*|without|later|maybe|until|"
    r"after|once|initials?|pas|non|ne|mais|sauf|sans|si|sólo|solo|pero|salvo|sin|não|mas|apenas|"
    r"sem|se|nicht|kein\w*|aber|nur|ohne|wenn|tidak|jangan|tapi|tetapi|hanya|jika|confidential\w*|"
    r"private\w*|withh\w*|secret)\b|لا|بدون|匿名|ない|ません",
    re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"(please )?(keep |remain |stay |i wish to (remain |stay )?|sign )?(me |us |it |my name |"
    r"our name |the name )?(anonymous(ly)?|private|confidential|secret|withheld|hidden)|"
    r"(please )?(do not|don['’]?t) (publish|name|list|show|display|print)( (my|our|the) "
    r"(name|organi[sz]ation|signature)| me| us)?|withhold( (my|our) name)?|not public|"
    r"anonyme|anónim[oa]|anônim[oa]|anonym|anonim|rester anonyme|confidentiel|confidencial|"
    r"vertraulich|rahasia|مجهول|匿名|非公開|អនាមិក",
    re.IGNORECASE,
)
_MAY_HIDE = re.compile(
    r"\b(anonym\w*|an[oô]nim\w*|confidential\w*|confidentiel\w*|confidencial\w*|vertraulich\w*|"
    r"withh[eo]ld\w*|rahasia\w*|"
    r"(not|n't|never|without) (be )?(publish\w*|nam\w+|list\w*|show\w*|display\w*|print\w*|"
    r"disclos\w*|mention\w*|reveal\w*|public\w*)|keep (\w+ ){0,3}(private|secret|out)|"
    r"ne (pas|veut pas|souhaite pas) (\w+ ){0,2}(publier|nommer|citer)|no (publicar|mencionar)|"
    r"não (publicar|mencionar)|nicht (\w+ )?(veröffentlich\w*|nennen|genannt)|"
    r"jangan (\w+ )?(publikasikan|sebut\w*|tampilkan))\b|匿名|非公開|مجهول|عدم نشر|អនាមិក",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"(please )?(publish|name|list|show|display|print)( (my|our|the) (name|organi[sz]ation|"
    r"signature)| me| us)?( publicly)?|public(ly)?|(may|can) be (named|published|public)|"
    r"(you may|you can) (publish|name|list|show|display|print) (my name|our name|me|us|it)|"
    r"named|publi[ck]|público|öffentlich|公開|公開する",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"organi[sz]ations?\b|organi[sz]aci[oó]n|organiza[cç][aã]o|organisasi|lembaga|verein|"
    r"institution|association|coalition|network|group\b|ngo\b|ong\b|company|an? organi|"
    r"on behalf of|au nom d|en nombre de|em nome de|im namen|atas nama|منظمة|団体|អង្គការ",
    re.IGNORECASE,
)
_INDIVIDUAL = re.compile(
    r"individual|individu\b|individuel|individuo|indiv[ií]duo|myself|person(al|ne|a)?\b|pessoa|"
    r"private (person|citizen)|à titre (personnel|individuel)|einzelperson|privatperson|"
    r"perorangan|pribadi|in my own|فرد|شخص|個人|បុគ្គល",
    re.IGNORECASE,
)
_NOWHERE = frozenset({
    "none", "nil", "no", "not applicable", "n/a", "na", "n.a", "individual", "independent",
    "self", "myself", "personal", "private", "private person", "private citizen", "no organisation",
    "no organization", "aucune", "néant", "ninguna", "ninguno", "nenhuma", "keine", "tidak ada",
    "à titre personnel", "a título personal", "なし", "لا يوجد",
})  # fmt: skip


def yes_or_no(cell: str) -> bool | None:
    """Whether the answer is a yes or a no; None where it is neither for certain."""
    words = _plain(cell)
    if words in _YES or words in _NO:
        return words in _YES
    if (begun := _BEGINS_YES.match(words)) and not _DOUBT.search(words[begun.end() :]):
        return True
    begun = _BEGINS_NO.match(words)
    return False if begun and not _BEGINS_YES.search(words[begun.end() :]) else None


def may_be_named(cell: str, *, asked_to_hide: bool) -> bool | None:
    """Whether the name may be printed. `asked_to_hide`: the form asked the other way round,
    as in "Do you wish to stay anonymous?"."""
    words = _plain(cell)
    if _HIDDEN.fullmatch(words):
        return False
    if _SHOWN.fullmatch(words):
        return True
    answer = yes_or_no(cell)
    if answer is None or not asked_to_hide:
        return answer
    # "No, but do not print it either" hides as well.
    return None if not answer and words not in _NO else not answer


def may_ask_to_hide(words: str) -> bool:
    """Whether something in a comment may ask that a name be kept back."""
    return bool(_MAY_HIDE.search(_plain(words)))


def asks_to_hide(cell: str) -> bool:
    """Whether the cell alone says that a name must not be told, whatever was asked."""
    return bool(_HIDDEN.fullmatch(_plain(cell)))


def is_answer(cell: str) -> bool:
    """Whether the cell answers a question about consent."""
    return may_be_named(cell, asked_to_hide=False) is not None


def find_kind(cell: str) -> SignatoryKind | None:
    """Who signs, an organisation or a person; by what the answer says first."""
    found = [
        (match.start(), kind)
        for kind, pattern in (
            (SignatoryKind.ORGANISATION, _ORGANISATION),
            (SignatoryKind.INDIVIDUAL, _INDIVIDUAL),
        )
        if (match := pattern.search(cell))
    ]
    if len(found) == 2 and not re.search(r"\(|,|;|–|—| - ", cell):
        # "An individual on behalf of an organisation" says both.
        return None
    return min(found)[1] if found else None


def is_kind(cell: str) -> bool:
    """Whether the cell says who signs, in a few words: names of organisations are longer."""
    return len(cell.split()) <= 12 and find_kind(cell) is not None


def no_organisation(cell: str) -> bool:
    """Whether the cell says that there is none."""
    return _plain(cell) in _NOWHERE


def _plain(cell: str) -> str:
    words = " ".join(unicodedata.normalize("NFC", cell).casefold().split())
    return words.strip(" .!,;:*\"'“”").replace("’", "'")
