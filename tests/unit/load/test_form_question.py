"""load.form_question: whole questions are known, and a question about consent is never missed."""

from __future__ import annotations

import pytest

from undersigned.load.columns import plain_name
from undersigned.load.form_question import may_be_consent, question_of


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("What is the full legal name of your organization? *", "organisation"),
        ("Organisation name as it should appear on the letter", "organisation"),
        ("Name and acronym of your organisation", "organisation"),
        ("Nom de l'organisation", "organisation"),
        ("¿Nombre completo de la organización?", "organisation"),
        ("Nome da organização", "organisation"),
        ("Name Ihrer Organisation", "organisation"),
        ("Nama organisasi / lembaga", "organisation"),
        ("اسم المنظمة", "organisation"),
        ("団体名をご記入ください", "organisation"),
        ("ឈ្មោះអង្គការ", "organisation"),
        ("Acronym of your organisation (if any)", "acronym"),
        ("In which country is your organization based?", "country"),
        ("Your full name", "person"),
        ("First and last name", "person"),
        ("Name (First)", "given"),
        ("Contact person's last name", "family"),
        ("Name of contact person", "contact"),
        ("Name of the person in your organization whom we may write to", "contact"),
        ("Name of the authorized representative", "contact"),
        ("Contact person's email", "email"),
        ("Position in the organization", "title"),
        ("Are you signing as an individual or on behalf of an organization?", "kind"),
        ("Organization's website", "url"),
        ("Please upload your logo", "logo"),
        ("Do you agree to sign the letter on behalf of your organization?", "consent"),
        ("May we publish your name?", "publish"),
        ("Can we list your organization publicly as a signatory?", "publish"),
        ("¿Podemos publicar el nombre de su organización?", "publish"),
        ("Pouvons-nous publier le nom de votre organisation ?", "publish"),
        ("Dürfen wir den Namen Ihrer Organisation veröffentlichen?", "publish"),
        ("Bolehkah kami menampilkan nama organisasi Anda?", "publish"),
        ("هل يمكننا نشر اسم منظمتكم؟", "publish"),
        ("お名前の公開を希望しますか", "publish"),
        ("Do you wish to remain anonymous?", "anonymous"),
        ("Please do not publish my name", "anonymous"),
        ("Keep my signature private", "anonymous"),
        ("I agree to the privacy policy", ""),
        ("Would you like to receive updates?", ""),
        ("Type of organization", ""),
        ("Why do you sign?", ""),
        ("Title of the letter", ""),
    ],
)
def test_a_question(question: str, field: str) -> None:
    assert question_of(plain_name(question)) == field


@pytest.mark.parametrize(
    "question",
    ["Confidential?", "Public or private", "Show my name on the site", "Should this be anonymous",
     "Öffentlich oder vertraulich?", "Consent: publication", "Peut-on vous nommer publiquement ?"],
)  # fmt: skip
def test_what_may_be_about_consent(question: str) -> None:
    """It is asked about, and not left out."""
    assert may_be_consent(plain_name(question))
