"""Measures the search for duplicates among 10,000 names of organisations, one in twenty of them a
variant of another, beside what one would write with rapidfuzz alone.

The names are made up, and the same in every run. The peers compare every name with every later one
and keep what scores 90 or more: with `token_sort_ratio` (no regard to the order of words), and with
`WRatio`, the scorer of fuzzy de-duplication with thefuzz; this one on a sample of the names, since
all would take minutes, and scaled. Each runs in a fresh process, in turn; beside the seconds stands
how many of the variants it found, and how many other pairs somebody would have to look at.

usage: duplicates.py [--names N] [--turns N]
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import combinations
from statistics import median
from typing import Any

_MOST_SECONDS = 10.0
_VARIANTS = 20
_SCORE = 90
_SAMPLE = 20
_SYLLABLES = """
ba ko ri mu ta ne vo la shi der qua ost bren vel mar or van kes tri son dar il ru zo pha lim
""".split()  # noqa: SIM905 - a list of words
_KINDS = """
Network Centre Association Foundation Coalition Institute Forum Union Council
""".split()  # noqa: SIM905
_AIMS = """
Human Rights|Free Elections|Press Freedom|Women|Youth|Legal Aid|Democracy|Transparency|Peace
""".strip().split("|")
_Pairs = set[tuple[int, int]]


def main() -> int:
    """Measure and print, or be the process that is measured."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--names", type=int, default=10_000)
    parser.add_argument("--turns", type=int, default=3, help="how often each runs")
    parser.add_argument("--be", choices=_PROGRAMS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.be:
        json.dump(_measured(options.be, options.names), sys.stdout)
        return 0
    taken: dict[str, list[dict[str, Any]]] = {name: [] for name in _PROGRAMS}
    for _ in range(options.turns):
        for name, runs in taken.items():
            command = [sys.executable, __file__, "--names", str(options.names), "--be", name]
            runs.append(json.loads(subprocess.run(command, check=True, capture_output=True).stdout))
    ours = median(run["seconds"] for run in taken["undersigned"])
    print(f"{options.names:,} names, {taken['undersigned'][0]['planted']} variants planted")
    print("program             seconds   times     MB  variants found  other pairs")
    for name, runs in taken.items():
        seconds = median(run["seconds"] for run in runs)
        memory = median(run["memory"] for run in runs)
        found, others = runs[0]["found"], runs[0]["others"]
        print(
            f"{name:18}  {seconds:7.2f}  {seconds / ours:6.1f}  {memory:5.0f}  {found:14}  {others}"
        )
    print(f"within {_MOST_SECONDS:.0f} s: {'yes' if ours <= _MOST_SECONDS else 'no'}")
    return 0


def _measured(program: str, number: int) -> dict[str, Any]:
    import resource  # noqa: PLC0415 - not on every system, and only for the process measured

    names, planted = _names(number)
    start = time.perf_counter()
    pairs, part = _PROGRAMS[program](names)
    seconds = time.perf_counter() - start
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return {
        "seconds": seconds / part,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit,
        "planted": len(planted),
        "found": len(pairs & planted) if part == 1 else "(sample)",
        "others": len(pairs - planted) if part == 1 else "(sample)",
    }


def _ours(names: list[str]) -> tuple[_Pairs, float]:
    from undersigned.load.duplicates import Candidate, find_duplicates  # noqa: PLC0415

    found = find_duplicates([Candidate(str(at), name) for at, name in enumerate(names)])
    return {(int(pair.first.key), int(pair.second.key)) for pair in found}, 1


def _token_sort(names: list[str]) -> tuple[_Pairs, float]:
    from rapidfuzz import fuzz  # noqa: PLC0415

    return set(_brute_force(names, fuzz.token_sort_ratio, len(names))), 1


def _weighted(names: list[str]) -> tuple[_Pairs, float]:
    from rapidfuzz import fuzz  # noqa: PLC0415

    # The names stand in no order, so that those at the beginning are as good a sample as any; each
    # is compared with all that follow, hence the part of all pairs that was done.
    number = len(names)
    rows = max(1, number // _SAMPLE)
    pairs = set(_brute_force(names, fuzz.WRatio, rows))
    return pairs, rows * (2 * number - rows - 1) / (number * (number - 1))


def _brute_force(names: list[str], scorer: Any, rows: int) -> Iterator[tuple[int, int]]:
    from rapidfuzz import process, utils  # noqa: PLC0415

    plain = [utils.default_process(name) for name in names]
    for at in range(rows):
        later = plain[at + 1 :]
        found = process.extract(plain[at], later, scorer=scorer, score_cutoff=_SCORE, limit=None)
        yield from ((at, at + 1 + index) for _, _, index in found)


_PROGRAMS: dict[str, Callable[[list[str]], tuple[_Pairs, float]]] = {
    "undersigned": _ours,
    "token_sort_ratio": _token_sort,
    "WRatio": _weighted,
}


def _names(number: int) -> tuple[list[str], _Pairs]:
    """Names in no order, and the pairs of a name and its variant."""
    rng = random.Random(20261122)  # noqa: S311 - the same in every run

    def word() -> str:
        return "".join(rng.choice(_SYLLABLES) for _ in range(rng.randint(2, 4))).capitalize()

    places, themes = [word() for _ in range(300)], [word() for _ in range(1500)]
    plain: dict[str, None] = {}
    while len(plain) < number - number // _VARIANTS:
        place, theme = rng.choice(places), rng.choice(themes)
        kind, aim = rng.choice(_KINDS), rng.choice(_AIMS)
        form = rng.choice(("{p} {t} {k} for {a}", "{t} {k}", "{k} for {a} in {p}", "{p} {t} {k}"))
        plain[form.format(p=place, t=theme, k=kind, a=aim)] = None
    whole = [(name, at) for at, name in enumerate(plain)]
    whole += [
        (rng.choice(_CHANGES)(name, rng), at) for name, at in rng.sample(whole, number // _VARIANTS)
    ]
    rng.shuffle(whole)
    groups: dict[int, list[int]] = {}
    for place_, (_, at) in enumerate(whole):
        groups.setdefault(at, []).append(place_)
    planted = {pair for places_ in groups.values() for pair in combinations(places_, 2)}
    return [name for name, _ in whole], planted


def _slip(name: str, rng: random.Random) -> str:
    """The name with two letters of its longest word exchanged."""
    longest = max(name.split(), key=len)
    at = rng.randint(1, len(longest) - 3)
    changed = longest[:at] + longest[at + 1] + longest[at] + longest[at + 2 :]
    return name.replace(longest, changed, 1)


_CHANGES: tuple[Callable[[str, random.Random], str], ...] = (
    lambda name, _: f"The {name}",
    lambda name, _: name.upper(),
    lambda name, _: f"{name} e.V.",
    lambda name, _: f"{name}, Inc.",
    lambda name, _: f"{name} ({''.join(word[0] for word in name.split()).upper()})",
    lambda name, _: name.replace("a", "á").replace("o", "ö"),
    lambda name, _: name.replace("Centre", "Center").replace(" for ", " of "),
    lambda name, _: name.replace(" ", "  ").replace("Rights", "Right"),
    lambda name, _: " ".join([*name.split()[1:], name.split()[0]]),
    _slip,
)


if __name__ == "__main__":
    sys.exit(main())
