"""Reads the labelled pairs, and says what the search makes of each; `python -m` prints it."""

from __future__ import annotations

import csv
import sys
from dataclasses import dataclass
from pathlib import Path

from undersigned.load.duplicates import Candidate, Verdict, find_duplicates
from undersigned.model.roster import SignatoryKind

PAIRS = Path(__file__).parents[1] / "unit" / "load" / "duplicate_pairs.csv"


@dataclass(frozen=True)
class Labelled:
    """Two candidates, whether they are the same, and which set they are of: tuned on (neither),
    held out (nobody looked at them while tuning), or later (written after a review)."""

    line: int
    first: Candidate
    second: Candidate
    same: bool
    held_out: bool
    later: bool
    why: str

    @property
    def verdict(self) -> Verdict | None:
        """What the search says; None where it tells no pair."""
        found = find_duplicates([self.first, self.second])
        return found[0].verdict if found else None


def labelled_pairs() -> list[Labelled]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        Labelled(
            line, _candidate(row, "first"), _candidate(row, "second"), row["label"] == "same",
            row["held_out"] == "yes", row["held_out"] == "later", row["why"],
        )
        for line, row in enumerate(rows, 2)
    ]  # fmt: skip


def _candidate(row: dict[str, str], which: str) -> Candidate:
    more = dict(part.split("=", 1) for part in row[f"{which}_more"].split(";") if part)
    others = tuple(filter(None, (more.pop("other_names", ""),)))
    kind = SignatoryKind(more.pop("kind", "organisation"))
    acronym, country = row[f"{which}_acronym"], row[f"{which}_country"]
    return Candidate(
        which, row[which], acronym, kind, country, other_names=others, **more
    )  # fmt: skip


def figures(pairs: list[Labelled]) -> dict[str, int]:
    """How many of the same and of the different are certain, doubtful and not told."""
    counts: dict[str, int] = {}
    for pair in pairs:
        label = "same" if pair.same else "different"
        name = f"{label}: {pair.verdict or 'not told'}"
        counts[name] = counts.get(name, 0) + 1
    return dict(sorted(counts.items()))


def main() -> None:
    everything = labelled_pairs()
    for title, held, later in (
        ("tuned on", False, False), ("held out", True, False), ("later", False, True),
    ):  # fmt: skip
        chosen = [one for one in everything if (one.held_out, one.later) == (held, later)]
        sys.stdout.write(f"{title}: {len(chosen)} pairs\n")
        for name, count in figures(chosen).items():
            sys.stdout.write(f"  {name}: {count}\n")


if __name__ == "__main__":
    main()
