"""How an output file is called, under the folder of the output.

The open edition is `<campaign>/<document>.<language>.<suffix>`, without the language where it
is the default one; the individual edition is `<campaign>/<document>/<recipient-id>.<suffix>`.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePosixPath

from undersigned.model.letter import Edition, Letter

__all__ = ["output_path", "safe_name"]

# File systems take 255 bytes a name; what is left is for the suffix and the temporary file.
_LONGEST = 200
# What a PDF with numbered lines has before its suffix: nobody's letter is called so.
_TAKEN = ".numbered"


def output_path(letter: Letter, suffix: str, default_language: str) -> PurePosixPath:
    """Where the letter goes, relative to the folder of the output.

    `suffix` comes with its dot. An individual letter has exactly one addressee.
    """
    folder = PurePosixPath(letter.campaign)
    if letter.edition is Edition.INDIVIDUAL:
        (addressee,) = letter.addressees
        return folder / letter.document / f"{safe_name(addressee.recipient.id)}{suffix}"
    language = "" if letter.language == default_language else f".{letter.language}"
    return folder / f"{letter.document}{language}{suffix}"


def safe_name(name: str) -> str:
    """The name as every file system takes it: no separator, no leading dot, not too long.

    Two names may become one: whoever writes several files compares their paths first.
    """
    safe = re.sub(r"[^\w.+-]+", "-", unicodedata.normalize("NFC", name)).strip("-.")
    encoded = safe.encode("utf-8", "replace")
    if len(encoded) > _LONGEST:
        digest = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:12]
        safe = f"{encoded[: _LONGEST - 13].decode('utf-8', 'ignore')}-{digest}"
    if safe.casefold().endswith(_TAKEN):
        safe = f"{safe[: -len(_TAKEN)]}-{safe[1 - len(_TAKEN) :]}"
    return safe or "unnamed"
