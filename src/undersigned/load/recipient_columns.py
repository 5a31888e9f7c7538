"""The columns of a recipient list, and what others call them in their tables."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from undersigned.load.columns import Field
from undersigned.load.country import find_country

__all__ = ["FIELDS", "IGNORED", "LIST_COLUMNS", "NAMING", "find_language"]

# In the order in which a list has them.
LIST_COLUMNS = (
    "parliament", "chamber", "office", "body", "as", "id", "name", "given", "family",
    "honorific", "post_nominals", "institution", "in_text", "address", "country", "language",
    "email", "website", "salutation", "close",
)  # fmt: skip
# One of these says who it is.
NAMING = (
    "name", "family", "given", "institution", "office", "parliament", "chamber", "body", "as"
)  # fmt: skip

_TITLE = re.compile(
    r"(the )?((rt\.? ?)?hon(ou?rable|\.)?|h\.? ?e\.?|dr\.?|prof(essor|\.)?( dr\.?)?|mr\.?|mrs\.?|"
    r"ms\.?|miss|mx\.?|mme|mlle|m\.|herr|frau|sr\.?|sra\.?|sen(ator|\.)?|rep\.?|rev\.?|"
    r"sir|dame|lord|lady|baroness|ambassador|amb\.?|judge|justice)",
    re.IGNORECASE,
)


@cache
def _languages() -> dict[str, str]:
    known: dict[str, str] = {}
    for language in ("de", "es", "fr", "it", "pt", "en"):
        for code, name in Locale(language).languages.items():
            known[str(name).casefold()] = str(code).replace("_", "-")
    for code in map(str, Locale("en").languages):
        known[code.casefold().replace("_", "-")] = code.replace("_", "-")
    for code in ("ar", "ja", "km", "ko", "nl", "ru", "uk", "zh"):
        known[str(Locale(code).get_language_name()).casefold()] = code
    return known


def find_language(cell: str) -> str | None:
    """The code of a language by its code or by its name, or None."""
    return _languages().get(cell.strip().casefold().replace("_", "-"))


def _is_email(cell: str) -> bool:
    return bool(re.fullmatch(r"[^@]*[^\s@]@[^\s@]+\.[^@]+", cell.strip()))


def _is_website(cell: str) -> bool:
    return bool(
        re.match(r"(https?://|www\.)\S+|[\w-]+(\.[\w-]+)+(/\S*)?$", cell.strip(), re.IGNORECASE)
    )


def _is_country(cell: str) -> bool:
    return find_country(cell, in_any_language=True) is not None


def _is_language(cell: str) -> bool:
    return find_language(cell) is not None


def _is_id(cell: str) -> bool:
    return bool(re.fullmatch(r"[a-z0-9]+([._-][a-z0-9]+)*", cell)) and bool(
        re.search("[a-z]", cell)
    )


def _is_title(cell: str) -> bool:
    return bool(_TITLE.fullmatch(cell.strip()))


def _is_no_title(cell: str) -> bool:
    return not _is_title(cell)


def _is_words(cell: str) -> bool:
    return "@" not in cell and "://" not in cell and any(map(str.isalpha, cell))


def _is_chamber(cell: str) -> bool:
    return bool(re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", cell))


FIELDS = (
    Field("parliament", ("parliament id",), fits=_is_chamber),
    Field("chamber", ("chamber id",), fits=_is_chamber),
    Field(
        "office",
        (
            "position", "role", "function", "job title", "post", "job", "designation",
            "office held", "amt", "funktion", "position titel", "fonction", "poste", "cargo",
            "puesto", "función", "função", "carica", "ruolo", "functie", "должность", "посада",
            "役職", "職名", "肩書", "职务", "職務", "직책", "직위", "المنصب", "jabatan",
        ),
        ("title", "titel", "titre", "título", "titolo", "role title"),
        fits=_is_no_title,
        decides=True,
    ),
    Field("body", ("body id",), fits=_is_chamber),
    Field("as", ("printed as", "print as")),
    Field("id", fits=_is_id),
    Field(
        "name",
        (
            "full name", "fullname", "display name", "name in full", "official full name",
            "recipient", "recipient name", "addressee", "contact", "contact name", "person",
            "member", "member name", "name of member", "mp", "mp name", "representative",
            "vollständiger name", "nom complet", "nom et prénom", "nombre completo",
            "nombre y apellidos", "nome completo", "nome e cognome", "volledige naam", "naam",
            "фио", "имя и фамилия", "піб", "氏名", "名前", "お名前", "姓名", "名字", "이름",
            "성명", "الاسم", "الاسم الكامل", "nama", "nama lengkap", "ឈ្មោះ",
        ),
        ("nombre", "nom", "nome", "imię i nazwisko", "имя"),
        fits=_is_words,
    ),
    Field(
        "given",
        (
            "given name", "given names", "first name", "firstname", "forename", "forenames",
            "first", "christian name", "vorname", "vornamen", "prénom", "prénoms",
            "nombre de pila", "nombres", "primeiro nome", "voornaam", "förnamn", "fornavn",
            "imię", "jméno", "ім'я", "名", "имя отчество", "الاسم الأول", "nama depan",
        ),
    ),
    Field(
        "family",
        (
            "family name", "last name", "lastname", "surname", "last", "nachname",
            "familienname", "nom de famille", "apellido", "apellidos", "cognome", "sobrenome",
            "apelido", "achternaam", "efternamn", "etternavn", "efternavn", "nazwisko",
            "příjmení", "фамилия", "прізвище", "姓", "苗字", "성", "اسم العائلة", "nama belakang",
        ),
    ),
    Field(
        "honorific",
        (
            "honorific prefix", "prefix", "name prefix", "courtesy title", "civilité",
            "tratamiento", "tratamento", "appellativo", "敬称", "обращение", "style",
        ),
        ("title", "titel", "titre", "título", "titolo", "anrede", "mr ms"),
        fits=_is_title,
        decides=True,
    ),
    Field(
        "post_nominals",
        ("post nominal", "postnominals", "honorific suffix", "letters after name"),
        ("suffix",),
    ),
    Field(
        "institution",
        (
            "chamber", "parliament", "body", "organisation", "organization",
            "organisation name", "organization name", "company",
            "institution name", "affiliation", "ministry", "committee", "agency", "department",
            "chamber name", "parliament name", "house", "employer", "institut", "organisme",
            "behörde", "einrichtung", "firma", "institución", "organización", "instituição",
            "organização", "istituzione", "organizzazione", "instelling", "organisatie",
            "организация", "учреждение", "організація", "組織", "機関", "団体名", "机构", "機構",
            "기관", "المؤسسة", "lembaga", "instansi",
        ),
        fits=_is_words,
    ),
    Field("in_text", ("in a sentence",)),
    Field(
        "address",
        (
            "postal address", "mailing address", "office address", "full address",
            "address lines", "anschrift", "adresse", "postanschrift", "adresse postale",
            "dirección", "direccion postal", "endereço", "morada", "indirizzo", "adres",
            "адрес", "адреса", "住所", "地址", "주소", "العنوان", "alamat", "អាសយដ្ឋាន",
        ),
    ),
    Field(
        "street",
        (
            "street address", "address line 1", "address 1", "address1", "street 1", "straße",
            "strasse", "straße und hausnummer", "rue", "calle", "rua", "via", "straat", "улица",
        ),
    ),
    Field("street2", ("address line 2", "address 2", "address2", "street 2", "suite")),
    Field(
        "postcode",
        (
            "postal code", "zip", "zip code", "zipcode", "post code", "plz", "postleitzahl",
            "code postal", "código postal", "cep", "cap", "郵便番号", "邮编", "우편번호", "индекс",
            "kode pos",
        ),
    ),
    Field(
        "town",
        (
            "city", "locality", "place", "ort", "stadt", "ville", "ciudad", "localidad", "cidade",
            "città", "plaats", "stad", "город", "місто", "市", "城市", "도시", "المدينة", "kota",
        ),
    ),
    Field("state", ("province", "county", "bundesland", "provincia", "estado", "provincie")),
    Field(
        "country",
        (
            "country code", "country name", "nation", "iso", "iso2", "iso code", "country iso2",
            "land", "staat", "pays", "país", "paese", "страна", "країна", "国", "国名", "国家",
            "國家", "국가", "البلد", "الدولة", "negara", "ប្រទេស",
        ),
        fits=_is_country,
    ),
    Field(
        "language",
        (
            "language code", "lang", "preferred language", "sprache", "langue", "idioma",
            "lingua", "taal", "язык", "мова", "言語", "语言", "언어", "اللغة", "bahasa",
        ),
        fits=_is_language,
    ),
    Field(
        "email",
        (
            "e-mail", "mail", "e mail", "email address", "e-mail address", "mail address",
            "e-mail-adresse", "courriel", "adresse électronique", "correo", "correo electrónico",
            "correo electronico", "posta elettronica", "e-mailadres", "электронная почта",
            "эл. почта", "почта", "メール",
            "メールアドレス", "邮箱", "电子邮件", "電子郵件", "이메일",
            "البريد الإلكتروني", "surel",
        ),
        fits=_is_email,
        telling=True,
        said="e-mail addresses",
    ),
    Field(
        "website",
        (
            "web", "web site", "url", "homepage", "home page", "web address", "webseite",
            "internetseite", "site web", "sitio web", "página web", "sito", "sito web", "сайт",
            "ウェブサイト", "网站", "網站", "웹사이트", "الموقع", "situs",
        ),
        fits=_is_website,
        said="web addresses",
    ),
    Field("salutation", ("greeting", "dear", "briefanrede", "formule d'appel", "saludo")),
    Field("close", ("complimentary close", "closing")),
    Field("external_id", ("wikidata", "bioguide", "bioguide id", "identifier", "uid", "ref", "id")),
    Field(
        "constituency",
        ("district", "electoral district", "riding", "seat", "wahlkreis", "circonscription",
         "distrito", "collegio", "electorate"),
    ),
)  # fmt: skip

# Known, and no part of a list.
IGNORED = (
    "gender", "sex", "party", "political party", "party group", "group", "faction", "phone",
    "telephone", "tel", "mobile", "cell", "fax", "phone number", "office phone", "contact form",
    "contact url", "source", "source date", "source url", "licence", "license", "as of", "notes",
    "note", "comment", "comments", "remarks", "photo", "image", "picture", "birthday",
    "birth date", "date of birth", "age", "twitter", "facebook", "youtube", "instagram",
    "linkedin", "telefon", "téléphone", "teléfono", "telefone", "telefono", "geschlecht",
    "partei", "parti", "partido", "partito", "sexe", "sexo", "telephone number", "no", "nr", "nº",
    "number", "middle name", "nickname", "middle names", "start date", "end date", "wikipedia",
    "latitude", "longitude", "created at", "updated at", "timestamp", "电话", "電話", "전화",
    "телефон", "партия", "пол", "性別", "性别", "政党", "الهاتف",
)  # fmt: skip
