"""Bytes of any common encoding: which is found, and which is doubtful."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.sources import said
from undersigned.errors import InvalidInput
from undersigned.load.encoding import decode_any

TEXTS = [
    ("nom;prénom\nLefèvre;Émile\n", "cp1252"),
    ("name,town\nMüller,Köln\n", "cp1252"),
    ("n;x\nPeña;1\n", "cp1252"),
    ("name,role\nNAME,PRÉSIDENT\nMÜLLER,X", "cp1252"),
    ("n,m\nJosé “Pepe” – García,x", "cp1252"),
    ("n\nBjørn\nMüller\nNúñez\nÇelik\nŠkoda\nLuís João", "cp1252"),
    ("Jméno;Příjmení\nJiří;Dvořák\n", "cp1250"),
    ("n\nWałęsa\nŁódź", "cp1250"),
    ("n\nWałęsa\nŁódź", "iso8859_2"),
    ("имя;фамилия\nИван;Петров\n", "cp1251"),
    ("имя;фамилия\nИван;Петров\n", "koi8_r"),
    ("имя;фамилия\nИван;Петров\n", "cp866"),
    ("name;mail\nΓιώργος;a@b.example\n", "cp1253"),
    ("ad;soyad\nErdoğan;Şimşek\nIşık;Doğan", "cp1254"),
    ("رقم,نام\nمحمد,علي", "cp1256"),
    ("n\nAndrė Šimkus Žukauskas", "cp1257"),
    ("ชื่อ,เมือง\nสมชาย,กรุงเทพ", "cp874"),
    ("name,body\nRené,Sénat\n", "mac_roman"),
    ("名前,役職\n山田太郎,委員長\n", "cp932"),
    ("name,town\nカタカナ,トウキョウ\n", "cp932"),
    ("名前,役職\n山田太郎,委員長\n", "euc_jp"),
    ("姓名,邮箱\n王小明,a@b.example\n", "gb18030"),
    ("姓名,郵箱\n陳小明,a@b.example\n", "big5"),
    ("이름,직책\n김철수,위원장\n", "cp949"),
]


@pytest.mark.parametrize(("text", "encoding"), TEXTS)
def test_a_few_lines_are_enough(text: str, encoding: str) -> None:
    """A short list of names is read in the code page that it was written in."""
    decoded = decode_any(text.encode(encoding), "f")
    assert decoded.text == text
    assert decoded.guessed


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
def test_unicode_is_certain(encoding: str) -> None:
    """With a mark or without, nothing is guessed; line ends become one character."""
    decoded = decode_any("name,x\r\nAna,1\rBo,ü\n".encode(encoding), "f")
    assert (decoded.text, decoded.guessed) == ("name,x\nAna,1\nBo,ü\n", False)


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_utf_16_by_its_mark(mark: bytes) -> None:
    """Either order of bytes."""
    order = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert decode_any(mark + "名前,x".encode(order), "f").text == "名前,x"


def test_a_guess_has_a_sample() -> None:
    """The sample is words that show whether the guess is right."""
    assert decode_any("a,b\nMüller,x\nKöln,y\n".encode("cp1252"), "f").sample == "Müller, Köln"


def test_what_is_not_clear_has_rivals() -> None:
    """Words of no language that tells its page apart stay in doubt."""
    decoded = decode_any("n\nGrønland\nSalomonøerne".encode("cp1252"), "f")
    assert (decoded.encoding, decoded.rivals) == ("cp1252", ("cp1257",))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("n\nŻółw i Łąka\nPięć Rzek\n", "cp1250"),
        ("n\nČistá řeka\nPřátelé údolí\n", "cp1250"),
        ("n\nÄrzte für Flüsse\nÑandú Rivers\n", "mac_roman"),
        ("n\nSociété Cachée\nRéseau des Rivières\n", "cp1252"),
        ("n\nДрузья реки\nЧистая вода\n", "iso8859_5"),
    ],
)
def test_letters_in_their_words_decide(text: str, encoding: str) -> None:
    """What Windows writes before what standards say, and neither before what words say."""
    decoded = decode_any(text.encode(encoding), "f")
    assert (decoded.text, decoded.encoding, decoded.rivals) == (text, encoding, ())


def test_a_named_encoding_is_taken() -> None:
    """Whoever names it knows; a wrong or unknown name is told."""
    assert decode_any("Erdős".encode("cp1250"), "f", "windows-1250").text == "Erdős"
    assert said(lambda: decode_any(b"\xff", "f", "utf-8")) == [
        "f [encoding] the file is not utf-8 (leave --encoding out, or name another)"
    ]
    assert said(lambda: decode_any(b"a", "f", "utf-0")) == [
        'f [encoding] unknown encoding "utf-0" (such as windows-1252)'
    ]


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """No bytes end the program."""
    with contextlib.suppress(InvalidInput):
        assert isinstance(decode_any(data, "f").text, str)
