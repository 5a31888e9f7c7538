"""Measures undersigned beside what a user would have without it; `make benchmark` runs it.

It prints the figures and writes docs/benchmarks.md. It is a benchmark and no test: it ends
well whatever the figures say, and `--quick` gives rougher ones sooner, without writing them.
"""

from __future__ import annotations

import argparse
import ast
import subprocess
import sys
import tempfile
from pathlib import Path

from child import Command, take_turns
from report import Growth, Target, page, table
from workspace import CAMPAIGN, KINDS, write_plain_table, write_workspace

from undersigned.render.shipped import font_css

_ROOT = Path(__file__).resolve().parent.parent
_PAGE = _ROOT / "docs" / "benchmarks.md"
_PLAIN = Path(__file__).with_name("plain.py")
_BARE: Command = [sys.executable, "-c", "pass"]
# Measured by a script each, with peers of their own.
_OTHERS = ("signatures.py", "duplicates.py", "signatories_import.py")
_NAMES = (40, 200, 1000, 3000)

_METHOD = """\
`make benchmark` measures anew, and writes this page. Every program runs in a fresh process, and
those that are compared take turns in one run; figures are medians, ratios the median of each
turn's ratio. Trust the ratios: machines differ, and one machine differs from hour to hour.

- The letter is the sample campaign's. Bare WeasyPrint is a script of six lines
  (`benchmarks/plain.py`) that makes PDF/UA-1 of the HTML that undersigned wrote, with the same
  fonts. Where there is a C compiler, WeasyPrint starts it several times to look for libraries,
  which undersigned spares it; "no compiler" is how both do on a machine without.
- Growth is that of `undersigned render --to pdf`, reading and checking the files included. The
  seconds are of processor time, and the memory is the process's peak. Beside it stands WeasyPrint
  alone with the same text and names in a plain table, its fastest layout of a long list, without
  numbers and without the care for line breaks. "No faster than the number" means that a name
  after the 1,000th adds at most 1.15 times what one between the 200th and the 1,000th does."""


def main() -> int:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--quick", action="store_true", help="fewer runs; nothing is written")
    quick = parser.parse_args().quick
    with tempfile.TemporaryDirectory(prefix="undersigned-benchmark-") as name:
        folder = Path(name)
        fonts = folder / "fonts.css"
        fonts.write_text(font_css([_ROOT]), encoding="utf-8")
        targets = [
            *_starting(turns=5 if quick else 21),
            *_one_letter(folder, fonts, turns=3 if quick else 11),
        ]
        growths = _growing(folder, fonts, turns=1 if quick else 5)
    targets += [target for growth in growths[:-1] for target in growth.targets(most=1.15)]
    print(table(targets, growths))
    if not quick:
        _PAGE.parent.mkdir(exist_ok=True)
        text = page(targets, growths, _METHOD)
        _PAGE.write_text(text + "".join(map(_own_page, _OTHERS)), encoding="utf-8")
    return 0


def _own_page(script: str) -> str:
    """What a benchmark with a script of its own prints, as a section."""
    path = Path(__file__).with_name(script)
    _tell(f"running {script}")
    said = subprocess.run(
        [sys.executable, path], capture_output=True, text=True, check=True
    ).stdout.strip()
    print(said)
    purpose = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").strip()
    return f"\n## `benchmarks/{script}`\n\n{purpose}\n\n```text\n{said}\n```\n"


def _starting(turns: int) -> list[Target]:
    """What the commands that need no PDF take, beside Python itself."""
    programs = {
        "undersigned --help": _undersigned("--help"),
        "undersigned check, one letter": _undersigned("check", "-C", _ROOT, _sample()),
        "undersigned check, the sample": _undersigned("check", "-C", _ROOT),
    }
    _tell("starting")
    took = take_turns({"bare": _BARE, **programs}, turns)
    bare = took["bare"]
    return [
        Target(
            f"{name}: more than a bare start of Python", took[name].more_than(bare), 0.3, " s",
            f"{took[name].seconds:.2f} s against {bare.seconds:.3f} s,"
            f" {took[name].times(bare):.1f} times",
        )
        for name in programs
    ]  # fmt: skip


def _one_letter(folder: Path, fonts: Path, turns: int) -> list[Target]:
    """A cold render of the sample letter, beside WeasyPrint on the HTML that came of it."""
    output = folder / "output"
    render = ("render", "-C", _ROOT, _sample(), "--output", output)
    page = output / f"{_sample()}.html"
    programs = {
        "to PDF": _undersigned(*render, "--to", "pdf"),
        "to PDF and HTML": _undersigned(*render),
    }
    take_turns({"html": _undersigned(*render, "--to", "html")}, 0)
    plain: Command = [sys.executable, _PLAIN, page, folder / "plain.pdf", fonts]
    nothing = folder / "no-programs"
    nothing.mkdir()
    found = []
    for where, path in (("", None), (", no compiler", nothing)):
        _tell(f"rendering{where}")
        took = take_turns({"plain": plain, **programs}, turns, path)
        found += [
            Target(
                f"undersigned render, one letter {name}{where}: against bare WeasyPrint",
                took[name].times(took["plain"]), 1.3, "×",
                f"{took[name].seconds:.2f} s against {took['plain'].seconds:.2f} s",
            )
            for name in programs
        ]  # fmt: skip
    return found


def _growing(folder: Path, fonts: Path, turns: int) -> list[Growth]:
    """Time and memory by the number of names, of two kinds of letter and of a plain table."""
    root = folder / "workspace"
    write_workspace(root, _NAMES)
    points: dict[str, list[tuple[int, float, float]]] = {}
    for number in _NAMES:
        _tell(f"rendering {number} names")
        plain = folder / f"{number}.html"
        write_plain_table(plain, number)
        programs = {
            kind: _undersigned("render", "-C", root, f"{CAMPAIGN}/{kind}-{number}", "--to", "pdf")
            for kind in KINDS
        }
        programs["plain table"] = [sys.executable, _PLAIN, plain, folder / "plain.pdf", fonts]
        for name, runs in take_turns(programs, turns).items():
            points.setdefault(name, []).append((number, runs.processor, runs.memory))
    return [Growth(name, tuple(found)) for name, found in points.items()]


def _undersigned(*arguments: str | Path) -> Command:
    installed = Path(sys.executable).with_name("undersigned")
    start = [installed] if installed.exists() else [sys.executable, "-m", "undersigned"]
    return [*start, *arguments]


def _sample() -> str:
    """The sample campaign's open letter."""
    campaigns = _ROOT / "templates" / "campaigns"
    path = next(campaigns.glob("*/open-letter.md"), None)
    if path is None:
        sys.exit("the sample campaign has no open letter to measure")
    return f"{path.parent.name}/{path.stem}"


def _tell(doing: str) -> None:
    print(f"{doing} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
