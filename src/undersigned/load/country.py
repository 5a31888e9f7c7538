"""Country codes: ISO 3166-1 alpha-2, as CLDR knows them."""

from __future__ import annotations

from babel import Locale

__all__ = ["is_country"]


def is_country(code: str) -> bool:
    """Whether some country or territory has this code."""
    return code in Locale("en").territories
