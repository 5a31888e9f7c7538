"""Form answer: what somebody ticked or chose in a form, where it decides over a name.

An answer that is not understood is None, never a yes: whoever asks refuses the row.
"""

from __future__ import annotations

import re
import unicodedata

from undersigned.load.naming_shapes import asks_to_hide_name, says_to_name
from undersigned.model.roster import SignatoryKind

__all__ = [
    "asks_to_hide",
    "find_kind",
    "is_answer",
    "is_kind",
    "is_like_answer",
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
# A yes, and what may follow it: nothing else, or it is none. "Yes, you may print our name" is one,
# "Yes, leave our name off" is not.
_BEGINS_YES = re.compile(
    r"(yes|oui|sí|sim|ja|ya|نعم|はい|បាទ/ចាស|បាទ|ចាស)(?:\s*[,.;:!、،–—-]+\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
_POLITE = re.compile(
    r"(please|thanks|thank you|of course|certainly|absolutely|sure|gladly|happily|"
    r"(i|we) (do|agree|consent|accept)|you (may|can)|(i|we|(my|our) organi[sz]ation) "
    r"signs?( on)?|"
    r"(it|that|this) is (fine|ok|okay)|s'il vous plaît|merci|bien sûr|volontiers|d'accord|"
    r"por favor|claro|gracias|obrigad[oa]|de acuerdo|bitte|gerne?|natürlich|silakan|tentu|"
    r"terima kasih|お願いします|من فضلك|شكرا)",
    re.IGNORECASE,
)
_YES_WORD = re.compile(r"\b(yes|oui|sí|sim|ja|ya)\b|نعم|はい|បាទ")
_BEGINS_NO = re.compile(r"(no|non|não|nein|tidak|لا|いいえ)\s*[,.;:–—-]", re.IGNORECASE)
# Answers to yes or no in more languages, and signs: enough to see that a column asks, and never
# taken for a yes.
_FOREIGN = frozenset({
    "tak", "nie", "да", "нет", "так", "ні", "是", "否", "不是", "可", "不可", "sì", "da", "nu",
    "ne", "evet",
    "hayır", "ναι", "όχι", "כן", "לא", "네", "예", "아니요", "아니오", "có", "không", "ใช่",
    "ไม่", "ไม่ใช่", "oo", "opo", "hindi", "हाँ", "हां", "नहीं", "nej", "nei", "kyllä", "joo", "ei",
    "áno", "ano", "igen", "nem", "nee", "taip", "jah", "jā", "po", "jo", "ndiyo", "hapana", "بلى",
    "بله", "آری", "خیر", "نه", "ہاں", "نہیں", "ບໍ່", "ແມ່ນ", "ဟုတ်ကဲ့", "မဟုတ်ဘူး", "✗", "✘", "☒", "[ ]",
    "[x]", "[]", "selected", "not selected", "not", "not checked", "y/n", "yes/no", "t", "f", "yep",
    "nope", "yeah", "sure", "no thanks", "no thank you", "prefer not to say", "maybe", "o",
    "×", "○", "◯", "希望する", "希望しない", "希望します", "希望しません",
})  # fmt: skip
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
    r"(not|n't|never) (\w+ ){0,4}be (named|listed|published|shown|displayed|printed|"
    r"mentioned|public)|"
    r"(not|n't|never) (\w+ ){0,3}(my|our|the) (name|organi[sz]ation)\b|unnamed|unlisted|"
    r"(leave|take|keep) (\w+ ){0,4}(off|out)|(remove|omit|hide|delete|conceal) (my|"
    r"our|us|the name)|"
    r"(in|into) the background|off the (public )?(list|record)|"
    r"ne (\w+ ){0,2}pas (\w+ ){0,4}(publi\w*|nomm\w*|cit\w*|appara\w*|figur\w*)|sans "
    r"(notre|mon) nom|"
    r"no (\w+ ){0,4}(publi\w+|mencion\w*|apare\w*|divulg\w*|nombr\w*)|sin (mi|nuestro) nombre|"
    r"não (\w+ ){0,4}(publi\w+|mencion\w*|apare\w*|divulg\w*)|sem (meu|nosso|o) nome|"
    r"nicht (\w+ ){0,3}(veröffentlich\w*|nennen|genannt|erscheinen)|ohne (\w+ )?namen|"
    r"namen? (bitte )?weglassen|"
    r"(jangan|tidak) (\w+ ){0,4}(di|mem)?(publikasikan|sebut\w*|tampil\w*|cantum\w*|"
    r"rahasia\w*))\b|"
    r"匿名|非公開|伏せ|出さないで|公開しない|掲載しない|載せない|مجهول|عدم نشر|إخفاء|"
    r"لا تنشر|لا تذكر|"
    r"អនាមិក|កុំផ្សព្វផ្សាយ|កុំបង្ហាញ|លាក់ឈ្មោះ",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"(please )?(publish|name|list|show|display|print) ((my|our|the) (name|organi[sz]ation|"
    r"signature)|me|us)( publicly)?|publish|public(ly)?|(may|can) be (named|published|public)|"
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
    """Whether the answer is a yes or a no; None where it is neither for certain.

    A yes is one that is known as a whole, or one and then a phrase that is known as a whole.
    """
    words = _plain(cell)
    if words in _YES or words in _NO:
        return words in _YES
    if begun := _BEGINS_YES.match(words):
        rest = words[begun.end() :]
        return True if rest in _YES or _POLITE.fullmatch(rest) or _says_to_name(rest) else None
    begun = _BEGINS_NO.match(words)
    return False if begun and not _YES_WORD.search(words[begun.end() :]) else None


def may_be_named(cell: str, *, asked_to_hide: bool) -> bool | None:
    """Whether the name may be printed. `asked_to_hide`: the form asked the other way round,
    as in "Do you wish to stay anonymous?"."""
    words = _plain(cell)
    if asks_to_hide(cell):
        return False
    if _says_to_name(words):
        return True
    answer = yes_or_no(cell)
    if answer is None or not asked_to_hide:
        return answer
    if answer and words not in _YES:
        # "Yes, you may print it" to "Shall we keep it back?" says both.
        return None if _says_to_name(words[_begun(words) :]) else False
    # "No, but do not print it either" hides as well.
    return None if not answer and words not in _NO else not answer


def _says_to_name(words: str) -> bool:
    return bool(_SHOWN.fullmatch(words)) or says_to_name(words)


def _begun(words: str) -> int:
    begun = _BEGINS_YES.match(words)
    return begun.end() if begun else 0


def may_ask_to_hide(words: str) -> bool:
    """Whether something in a comment may ask that a name be kept back."""
    return bool(_MAY_HIDE.search(_plain(words)))


def asks_to_hide(cell: str) -> bool:
    """Whether the cell alone says that a name must not be told, whatever was asked."""
    return bool(_HIDDEN.fullmatch(_plain(cell))) or asks_to_hide_name(cell)


def is_answer(cell: str) -> bool:
    """Whether the cell answers a question about consent."""
    return may_be_named(cell, asked_to_hide=False) is not None


def is_like_answer(cell: str) -> bool:
    """Whether the cell answers some question with yes or no, in whatever language, or says
    whether somebody may be named: understood or not."""
    words = _plain(cell)
    return (
        words in _FOREIGN
        or is_answer(cell)
        or bool(_BEGINS_YES.match(words) or _BEGINS_NO.match(words))
    )


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
