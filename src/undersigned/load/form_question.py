"""Form question: what a column is about whose name is a whole question, as forms write them.

"What is the full legal name of your organization? *" is the organisation. A question is one
thing alone: the first of the patterns that fits decides, and the narrow ones come first. What
asks whether somebody may be named is told by `load.naming_question`.
"""

from __future__ import annotations

import re
from functools import cache

from undersigned.load.columns import plain_name

__all__ = ["asks_for", "question_of"]

_ORG = (
    r"(?:organi[sz]ations?|organi[sz]acion|organizacao|organisasi|organisme|organisaties?|ngo|ong|"
    r"osc|entity|entidad|entidade|institution|institucion|instituicao|association|asociacion|"
    r"associacao|verein|coalition|collective|lembaga|network|group|company)"
)
_NAME = r"(?:names?|nom|nombre|nome|nama|bezeichnung|naam)"
_SIGN = r"\b(signs?|sign on|endorses?|support|co ?sign)\b"
_SHORT = r"(?:acronym|abbrev|sigl|abk|akron|singkat)"

# In this order; "" is a question about nothing that a roster holds.
_QUESTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("organisation", (
        rf"\b{_ORG}\b.* as (it|they|you) (should|will|would|want|wish)\b",
        rf"\b{_NAME} to be (listed|printed|shown|displayed|included|published)\b",
        rf"\b{_ORG}\b.{{0,12}}{_NAME} to be (listed|printed|shown|displayed|included|published)\b",
    )),
    ("", (
        (r"^(may|can|could|do|would|are|i|we)\b.*\b(publish|display|show|print|use|include)\b"
        r".*\blogos?\b"),
        r"^(why|pourquoi|warum|por que|mengapa)\b",
        r"privacy (policy|notice|statement)", r"data protection|gdpr|rgpd|dsgvo",
        r"terms (and|of)", r"newsletters?\b|subscribe|mailing list|updates|hear about|how did you",
        r"process\w* (of )?(my|your|our|personal)", r"phone|telephone|whatsapp|signal\b",
        r"number of (members|staff)", r"captcha|ip address",
    )),
    ("consent", (
        rf"\b(agree|consent|wish|want|like|confirm|authori[sz]ed?)\b.{{0,50}}{_SIGN}",
        rf"\b(does|do|will|would)\b.{{0,20}}\b({_ORG}|you|we)\b.{{0,20}}{_SIGN}",
        r"^(i|we)( hereby)? (sign|endorse|agree to sign)\b",
    )),
    ("kind", (
        r"\b(signing|sign|sign on|endorsing|responding)\b.{0,20} (as|on behalf)\b",
        r"\btype of (signatory|signature|signer|endorsement|endorser)\b|\bsignatory type\b",
        rf"\bindividual\b.{{0,20}} or .{{0,20}}\b{_ORG}\b",
        rf"\b{_ORG}\b.{{0,10}} or .{{0,12}}\bindividual\b",
    )),
    ("email", (r"\be ?mail\b|\bcourriel\b|\bcorreo\b|\badresse electronique\b|\bsurel\b",)),
    ("logo", (r"\blogos?\b",)),
    ("url", (
        r"\bweb ?sites?\b|\bweb ?address\b|\burl\b|\bhomepage\b|\bsite (web|internet)\b",
        r"\bsitio web\b|\bpagina web\b|\bwebseite\b|\bsitus( web)?\b|\blaman web\b",
    )),
    ("person", (
        r"\bfirst (name )?and last names?\b|\bnom et prenoms?\b|\bprenoms? et nom\b",
        r"\bnombres? y apellidos?\b|\bname and surname\b|\bvor und nachname\b",
    )),
    ("given", (
        r"\b(first|given) names?\b|\bname first\b|\bforenames?\b|\bprenoms?\b",
        r"\bvornamen?\b|\bnombres? de pila\b|\bprimeiro nome\b|\bnama depan\b",
    )),
    ("family", (
        r"\b(last|family) names?\b|\bname last\b|\bsurnames?\b|\bnom de famille\b",
        r"\bapellidos?\b|\bnachname\b|\bfamilienname\b|\bsobrenome\b|\bapelidos?\b",
        r"\bnama belakang\b",
    )),
    ("organisation", (
        rf"\b{_NAME} (and|et|y|e|und|dan|incl\w*) .{{0,12}}{_SHORT}",
        rf"\b{_NAME}\b.{{0,30}}\b{_ORG}\b.{{0,14}}\b(and|including|with|et|y|und)\b.{{0,8}}\b{_SHORT}",
    )),
    ("acronym", (rf"\b{_SHORT}|\bshort (name|form)\b|\bkurzbezeichnung\b",)),
    ("country", (r"\b(country|pays|pais|negara)\b|\bland (der|des|ihrer?)\b",)),
    ("group", (
        r"^(which |what |your |in which |geographic(al)? |world )*region\b",
        r"\bregion (of|in)\b",
    )),
    ("title", (
        r"\b(job |your )?title\b(?! of the (letter|statement))|\bposition\b|\brole\b",
        r"\bdesignation\b|\bfonction\b|\bcargo\b|\bfunktion\b|\bjabatan\b|\bpuesto\b",
    )),
    ("affiliation", (
        r"\baffiliations?\b|\baffiliated\b|\bafiliacion\b|\bfiliacao\b|\bafiliasi\b",
        r"\bemployer\b|\bworkplace\b",
    )),
    ("contact", (
        r"\bcontact (person|name|point|details)\b|\b(name|nom) (of|du) (the )?contact\b",
        r"\bname of (the |a |your )?(contact|person|focal)\b",
        r"\bfocal (point|person)\b|\bpersonne (de )?contact\b|\bpersona de contacto\b",
        r"\bpessoa de conta(c)?to\b|\bansprechpartner(in)?\b|\bnarahubung\b",
        r"\bname of (the )?person (filling|completing|submitting|signing)",
        r"\bname of (the )?((authori[sz]ed )?representative|authori[sz]ed signatory)",
        r"\b(filled|submitted|completed) (in |out )?by\b",
        rf"\bname .{{0,16}}on behalf of .{{0,10}}{_ORG}",
    )),
    ("organisation", (
        rf"\b{_NAME}\b.{{0,40}}\b{_ORG}\b", rf"\b{_ORG}\b.{{0,12}}\b{_NAME}\b",
        rf"\b(which|what) {_ORG}\b.{{0,20}}\b(represent|sign|behalf)",
        r"\bon behalf of (which|what)\b",
    )),
    ("person", (
        rf"\b(your|full|complete|own|volledige)\b.{{0,16}}\b{_NAME}\b|\bnom complet\b",
        r"\bvotre nom\b|\bnombre completo\b|\bsu nombre\b|\bnome completo\b|\bseu nome\b",
        r"\b(ihr|vollstandiger) name\b|\bnama lengkap\b",
    )),
    ("name", (r"\bname of (the )?(signatory|signer|endorser)\b|\bsignatory s? ?name\b",)),
)  # fmt: skip
# Scripts without blanks, or whose words are not told apart here: whole words, looked for.
_OTHERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("email", ("メール", "البريد الإلكتروني", "អ៊ីមែល")),
    ("logo", ("ロゴ", "شعار", "ឡូហ្គោ")),
    ("url", ("ウェブサイト", "ホームページ", "الموقع الإلكتروني", "គេហទំព័រ")),
    ("acronym", ("略称", "الاختصار", "អក្សរកាត់")),
    ("country", ("国名", "البلد", "الدولة", "ប្រទេស")),
    ("title", ("役職", "肩書", "المنصب", "មុខតំណែង")),
    ("affiliation", ("所属",)),
    ("contact", ("担当者", "連絡先", "جهة الاتصال")),
    ("organisation", ("団体名", "組織名", "اسم المنظمة", "اسم الجمعية", "اسم المؤسسة",
     "ឈ្មោះអង្គការ", "ឈ្មោះស្ថាប័ន")),
    ("person", ("氏名", "お名前", "الاسم الكامل", "ឈ្មោះពេញ")),
)  # fmt: skip


@cache
def question_of(name: str) -> str:
    """The field that the question is about, by its name without marks (`plain_name`); "" for
    none that is known."""
    for field, pattern in _patterns():
        if pattern.search(name):
            return field
    return next(
        (field for field, words in _OTHERS if any(plain_name(word) in name for word in words)), ""
    )


def asks_for(name: str, field: str) -> bool:
    """Whether the question is about this field."""
    return question_of(name) == field


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((field, re.compile("|".join(patterns))) for field, patterns in _QUESTIONS)
