"""Naming question: which way round a form's question asks whether somebody may be named.

Only what is one of `load.naming_shapes` is certain. Whatever else touches names, lists,
publishing or consent is asked about; it is never guessed, and never passed over.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from undersigned.load.naming_shapes import asks_to_hide_name, asks_to_name, solid, spaced

__all__ = ["Asked", "asks_to_sign", "is_harmless", "naming_question", "touches_naming"]


class Asked(StrEnum):
    """What a question asks. A yes to `PUBLISH` means that the name may be printed, a yes to
    `ANONYMOUS` that it must not be; `PERHAPS` may be either, and `LISTING` only mentions names
    or lists."""

    PUBLISH = "publish"
    ANONYMOUS = "anonymous"
    PERHAPS = "perhaps"
    LISTING = "listing"
    OTHER = ""


_PERHAPS = re.compile(
    r"(?<!re)publi|pubbli|publik|offentlich|oeffentlich|anon(i|y|ie)m|confiden|"
    r"vertraulich|vertrouwelijk|"
    r"geheim|\bsecret|\bsegret|\bsekret|rahasia|riservat|\breservad|en reserva|sigilo|\bprivac|"
    r"\bprivate(ly)?\b|\bprivad|\bprivee?\b|\bprivat\b|\bhid(e|den|ing)\b|conceal|with?h[eo]ld|"
    r"disclos|reveal|\bexpose|visib|\bmask|masqu|\bcach(er|e|ee|ez)\b|ocult|esconder|"
    r"sembuny|tampil|"
    r"cantum|umumkan|unlist|unnamed|redact|suppress|pseudonym|\balias\b|\bidentit|"
    r"\bopt (out|in)\b|"
    r"\bnam(ed|ing)\b|\bnomm(er|ee?s?|ez)\b|nombrad|\bnennen\b|genannt|nennung|"
    r"discre(t|et)|diskret|"
    r"\binternal|\bintern(e|o|a)?\b|unsafe|\bdanger|\brisk\b|sensitiv|\bsecurity\b|protected|"
    r"\blisted\b|listado|divulg|verschwieg|weglass|\bomit|\bexclu(de|sion|ir)|\bukry|\bskry|"
    r"appear|apparai|aparez|aparec|erscheinen|consent|einwillig|einverst|zustimm|autoris|autoriz|"
    r"persetujuan|пуб|аноним|скры|имя|имен"
)
_PERHAPS_SOLID = re.compile(
    "公開|掲載|公表|公开|公布|匿名|伏せ|隐|隱|秘密|非公|同意|نشر|إظهار|إخفاء|مجهول|"
    "سري|علن|الموافقة|"
    "ផ្សព្វផ្សាយ|អនាមិក|សម្ងាត់|លាក់|បង្ហាញ|យល់ព្រម|공개|익명"
)
_LISTING = re.compile(
    r"\b(list|lists|listing|show|shown|display\w*|print|printed|mention\w*|agree\w*|accept\w*|"
    r"permission|authori[sz]\w*|permit|allow\w*|figurer|citer|mencion\w*|aufgefuhrt|"
    r"include|included|"
    r"leave .{0,20}\bout|remove|(sign\w*|sans|sin|sem|ohne|tanpa|without|senza|zonder) .{0,12}"
    r"\b(name|nom|nombre|nome|nama|naam|namen)|(hide|your|our|my) name (be|on|in|off|out))\b"
)
_HARMLESS = re.compile(
    r"privacy (policy|notice|statement)|data (protection|privacy|processing)( policy| "
    r"notice)?|gdpr|"
    r"rgpd|dsgvo|terms( and conditions| of use| of service)?|newsletters?|mailing list|captcha|"
    r"recaptcha|updates|process(ing)?( of)? (my|your|our) (personal )?data|politique "
    r"de confidentialite|protection des donnees|lettre d information|"
    r"infolettre|politica de privacidad|proteccion de datos|boletin|politica de privacidade|"
    r"datenschutz(erklarung|bestimmungen|hinweise)?|kebijakan privasi|buletin"
)
# All that may stand around it; one word more, and it may say something about names as well.
_WORDS = """
    i we you do did would will have has read and understood understand agree agreed agrees accept
    accepted accepts acceptance consent to the this that our your my their its of for on by with
    about in as am are is be it a an please like want wish receive get subscribe sign up us me send
    kept keep informed further future more email e mail emails news campaign occasional regular
    monthly hereby confirm acknowledge process processed processing personal data details contact
    join add opt via yes or optional required tick check box here s policy statement notice
    j ai lu et accepte acceptez vous la le les de des du nous notre votre recevoir souhaitez voulez
    he leido y acepto acepta aceptan desea recibir nuestro nuestra el li e aceito quer receber nosso
    nossa o os ich habe gelesen und stimme zu der die den akzeptiere mochten sie unseren unsere
    erhalten saya kami telah membaca dan setuju dengan menerima anda ingin berlangganan
"""
_AROUND = frozenset(_WORDS.split())
_ORG = r"(?:organi[sz]ation|ngo|group|institution|association|network|coalition|entity)"
_ON_BEHALF = (
    rf"(?: (?:(?:on|in) behalf of|for|in the name of)(?: (?:my|our|your|the|this|its))? {_ORG})?"
)
_WHAT = (
    r"(?: (?:on )?(?:to )?(?:the|this|our) (?:open |joint |above )*(?:letter|"
    r"statement|appeal|petition|"
    r"declaration|call|text))?"
)
_AUTHORISED = (
    rf"(?:(?:i|we|you) )?(?:hereby )?(?:(?:confirm|declare|certify) )?(?:that "
    rf")?(?:(?:i|we|you) )?"
    rf"(?:(?:am|are|have) )?(?:been )?(?:duly )?(?:authori[sz]ed|the authority|authority) to sign"
    rf"(?: on)?{_WHAT}{_ON_BEHALF}"
)
_SIGNING = (
    rf"(?:(?:do|does|will|would|i|we|you|your {_ORG}|our {_ORG}|my {_ORG}|it|hereby|also|agree|"
    rf"agrees|consent|consents|wish|wishes|want|wants|like|confirm|that|to) )*"
    rf"(?:sign|sign on|sign onto|co sign|cosign|endorse|endorses|signs){_WHAT}{_ON_BEHALF}"
)
_ASIDE = r"(?: (?:yes no|y n|required|optional))?"


@cache
def naming_question(header: str) -> Asked:
    """What the question asks, by its header as it stands in the form, with what is "
    "in brackets."""
    if is_harmless(header):
        return Asked.OTHER
    if asks_to_hide_name(header):
        return Asked.ANONYMOUS
    if asks_to_name(header):
        return Asked.PUBLISH
    words = spaced(header)
    if _PERHAPS.search(words) or _PERHAPS_SOLID.search(solid(header)):
        return Asked.PERHAPS
    return Asked.LISTING if _LISTING.search(words) else Asked.OTHER


def touches_naming(header: str) -> bool:
    """Whether the question is about names, lists, publishing or consent in any way."""
    return naming_question(header) is not Asked.OTHER


@cache
def asks_to_sign(header: str) -> bool:
    """Whether it asks for certain whether somebody signs, and nothing else."""
    return bool(re.fullmatch(f"(?:{_SIGNING}|{_AUTHORISED}){_ASIDE}", spaced(header)))


@cache
def is_harmless(header: str) -> bool:
    """Whether the question is for certain about nothing but a newsletter, a privacy policy and
    the like, the right to sign for an organisation, or the printing of a logo."""
    words = spaced(header)
    if re.fullmatch(f"{_AUTHORISED}{_ASIDE}", words):
        return True
    logo = re.sub(r"\blogos?\b", "name", words)
    if logo != words and "name" not in words and asks_to_name(logo):
        return True
    rest, found = _HARMLESS.subn(" ", re.sub(f"{_ASIDE}$", "", words))
    if "プライバシーポリシー" in solid(header):
        return solid(header).replace("プライバシーポリシー", "") in (
            "", "に同意します", "に同意する", "に同意しますか", "への同意",
        )  # fmt: skip
    return bool(found) and set(rest.split()) <= _AROUND
