"""load.form_question: whole questions are known."""

from __future__ import annotations

import pytest

from undersigned.load.columns import plain_name
from undersigned.load.form_question import question_of


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
        ("I agree to the privacy policy", ""),
        ("Would you like to receive updates?", ""),
        ("Type of organization", ""),
        ("Why do you sign?", ""),
        ("Title of the letter", ""),
    ],
)
def test_a_question(question: str, field: str) -> None:
    assert question_of(plain_name(question)) == field
