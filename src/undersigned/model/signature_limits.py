"""Up to how many signatories a signature block prints their pictures."""

from __future__ import annotations

__all__ = ["MOST_LOGOS", "THRONG"]

# A letter with more signatories prints no logos: so many are a catalogue, and none is seen.
MOST_LOGOS = 40
# More than these are a throng: set in the finest size, and without pictures of signatures.
THRONG = 100
