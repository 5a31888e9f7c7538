"""Pictures that a signature block has no room for: nothing is left out without a word."""

from __future__ import annotations

from undersigned.errors import Finding, Level
from undersigned.model.letter import Letter
from undersigned.model.signature_limits import MOST_LOGOS, THRONG

__all__ = ["check_signature_pictures"]


def check_signature_pictures(letter: Letter) -> tuple[Finding, ...]:
    """A note for the logos, and one for the signatures, that so many signatories do without."""
    block = letter.signatures
    if block is None:
        return ()
    signatories = block.signatories
    number, place = len(signatories), letter.title.location
    said = f"{number:,} signatories: {{}} are not printed; up to {{}} signatories have them"
    findings = []
    if number > MOST_LOGOS and "logo" in block.show and any(s.logo for s in signatories):
        hint = "take logo out of show:, and this note is gone"
        message = said.format("their logos", MOST_LOGOS)
        findings.append(Finding(place, "logos-left-out", message, hint, Level.NOTE))
    if number > THRONG and any(s.signature for s in signatories):
        hint = "empty the column signature, and this note is gone"
        message = said.format("pictures in the column signature", THRONG)
        findings.append(Finding(place, "signatures-left-out", message, hint, Level.NOTE))
    return tuple(findings)
