"""Measures `undersigned signatories import` of forms of 1,000 to 10,000 responses.

One response in ten is a duplicate in another spelling, one in fifty asks not to be named. Beside
it runs what a coordinator with Python would write: csv, and rapidfuzz for every pair of names,
which grows with the square of the number and takes every close pair for one. It cleans nothing,
asks nothing, and merges what differs: it is there for the time, not for the result. The second
import of the same file is measured as well. Everything runs in processes of its own, in turn.

usage: signatories_import.py [--turns N] [--most N]
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
import tempfile
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(_ROOT)]

from benchmarks.child import Command, take_turns  # noqa: E402

_NUMBERS = (1000, 3000, 10_000)
_PLACES = (
    "Aldenmark", "Brookvale", "Corrigan", "Dunmere", "Eastmarch", "Fenholm", "Garrowby",
    "Hartwell", "Islemouth", "Jorvane", "Kestrel", "Lowmoor", "Marrick", "Northolt", "Ostrava",
    "Pendle", "Quarrel", "Rossmere", "Selwick", "Thornby", "Ulverton", "Velmar", "Wexcombe",
    "Yarrow", "Zennor",
)  # fmt: skip
_THINGS = (
    "River", "Marsh", "Ballot", "Harbour", "Lantern", "Orchard", "Bridge", "Signal", "Quarry",
    "Meadow", "Compass", "Furnace", "Granite", "Harvest", "Kettle", "Lighthouse", "Mosaic",
    "Needle", "Paper", "Radio", "Saddle", "Timber", "Violet", "Window", "Anchor",
)  # fmt: skip
_KINDS = (
    "Watch", "Forum", "Clinic", "Union", "Archive", "League", "Institute", "Trust", "Workshop",
    "Observatory", "Library", "Committee", "Press", "Academy", "Guild", "Circle",
)  # fmt: skip
_NAIVE = """
import csv, sys
from rapidfuzz import fuzz, process, utils
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
names = [utils.default_process(row["Organisation"]) for row in rows]
kept = []
for index, name in enumerate(names):
    if process.extractOne(name, kept, scorer=fuzz.token_sort_ratio, score_cutoff=92) is None:
        kept.append(name)
with open(sys.argv[2], "w", encoding="utf-8", newline="") as file:
    csv.writer(file).writerows([name] for name in kept)
"""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--turns", type=int, default=3, help="how often each is run")
    parser.add_argument("--most", type=int, default=_NUMBERS[-1], help="the most responses")
    options = parser.parse_args()
    print("responses  import s  MB   again s  MB   naive s  MB   ms a response")
    with tempfile.TemporaryDirectory() as folder:
        for number in (n for n in _NUMBERS if n <= options.most):
            runs = take_turns(_programs(Path(folder), number), options.turns)
            first, again, naive = (runs[name] for name in ("import", "again", "naive"))
            print(
                f"{number:9,}  {first.seconds:8.2f}  {first.memory:3.0f}  {again.seconds:7.2f}"
                f"  {again.memory:3.0f}  {naive.seconds:7.2f}  {naive.memory:3.0f}"
                f"  {first.seconds / number * 1000:13.2f}"
            )
    return 0


def _programs(folder: Path, number: int) -> dict[str, Command]:
    """The import into a new roster, the import of the same once more, and the naive one."""
    root = folder / str(number)
    (root / "signatories").mkdir(parents=True)
    (root / "undersigned.toml").write_text(
        'organisation = "Vallora Water Forum"\nlanguage = "en"\n', encoding="utf-8"
    )
    form = root / "form.csv"
    _write_form(form, number)
    tool = f"""
import sys, shutil
from pathlib import Path
from undersigned.cli import main
root = Path({str(root)!r})
if sys.argv[1] == "new":
    (root / "signatories/new.csv").unlink(missing_ok=True)
    shutil.rmtree(root / "signatories/.history", ignore_errors=True)
code = main(["signatories", "import", {str(form)!r}, sys.argv[1], "-C", str(root)])
sys.exit(0 if code in (0, 1) else code)
"""
    script, naive = root / "tool.py", root / "naive.py"
    script.write_text(tool, encoding="utf-8")
    naive.write_text(_NAIVE, encoding="utf-8")
    return {
        "import": [sys.executable, str(script), "new"],
        "again": [sys.executable, str(script), "new2"],
        "naive": [sys.executable, str(naive), str(form), str(root / "naive.csv")],
    }


def _write_form(path: Path, number: int) -> None:
    """Responses of invented organisations; the same for the same number."""
    chance = random.Random(number)  # noqa: S311 - no secret
    names = [f"{p} {t} {k}" for p in _PLACES for t in _THINGS for k in _KINDS]
    chance.shuffle(names)
    rows = []
    for index in range(number):
        name = names[index % len(names)]
        if index % 10 == 9:
            name = _respelt(chance.choice(rows)[1], chance)
        day = f"2026-{1 + index // 8000:02}-{1 + index // 300 % 28:02}"
        minute = f"{day} {index % 24:02}:{index % 60:02}"
        named = "No" if index % 50 == 7 else "Yes"
        rows.append(
            (
                minute,
                name,
                chance.choice(("KH", "Chile", "France", "")),
                f"c{index}@x.example",
                named,
            )
        )
    header = ("Timestamp", "Organisation", "Country", "E-mail", "May we publish your name?")
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def _respelt(name: str, chance: random.Random) -> str:
    """The same organisation as somebody else writes it."""
    acronym = "".join(word[0] for word in name.split())
    return chance.choice(
        (f"The {name}", name.upper(), f"{name} ({acronym})", f"{name}, Inc.", f"  {name}  ")
    )


if __name__ == "__main__":
    sys.exit(main())
