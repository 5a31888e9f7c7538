"""An invented catalogue, in territories of which the tables that ship say nothing."""

# ruff: noqa: E501 - a row of a table is a line
from __future__ import annotations

__all__ = ["CATALOGUE"]

_TABLES = "recipients/catalogue/"
# Bouvet Island (BV), French Southern Territories (TF).
CATALOGUE: dict[str, str | bytes] = {
    f"{_TABLES}parliaments.csv": """
        id,name,in_text,country,level,structure,seats,languages,street,website,email,source,as_of,contact_source,contact_as_of,checked,note
        velmar,Assembly of Velmar,the Assembly of Velmar,TF,national,bicameral,90,fr,,,,https://velmar.example,2023-06,,,,
        tarvon,Parliament of Tarvon,the Parliament of Tarvon,BV,national,unicameral,,no,1 Fjord Road|Box 2,https://tarvon.example,post@tarvon.example,Tarvon yearbook,2023-12-01,Letterhead,2012,2023-12-20,Two buildings
    """,
    f"{_TABLES}chambers.csv": """
        id,parliament,role,name,in_text,street,email,source,as_of
        velmar-lower,velmar,lower,Chamber of Velmar,the Chamber of Velmar,2 Quay|Port Velmar,,Velmar gazette,2012
        velmar-upper,velmar,upper,Senate of Velmar,the Senate of Velmar,,POST@tarvon.example,,
        tarvon-single,tarvon,single,Tarvon House,the Tarvon House,,,Tarvon yearbook,2023-12-01
    """,
    f"{_TABLES}offices.csv": """
        id,of,name,in_text,aliases,source,as_of
        velmar-lower/president,velmar-lower,President of the Chamber,the President of the Chamber of Velmar,velmar-lower/presiding-officer,Velmar gazette,2023-12-01
        velmar-lower/member,velmar-lower,Member of the Chamber,a Member of the Chamber of Velmar,,Velmar gazette,2023-12-01
    """,
    f"{_TABLES}names.csv": """
        id,language,name,in_text
        velmar-lower,fr,Chambre de Velmar,la Chambre de Velmar
    """,
    f"{_TABLES}regions.csv": """
        id,name,members,source
        two-seas,Alliance of the Two Seas,TF|BV|HM,https://seas.example
    """,
    f"{_TABLES}forms_of_address.csv": """
        office,language,envelope,salutation,close,source,as_of
        velmar-lower/president,en,,Dear President {family}:,,Velmar protocol,2020
    """,
}
