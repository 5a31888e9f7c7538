"""Measures signature blocks of 40 to 3,000 names beside a plain table of the same names.

The table is the fastest layout of a long list that WeasyPrint has (`benchmarks/workspace.py`
measures whole processes; here the two are laid out in turn in one warm process, so that nothing
but the letter counts). "bare" has names alone; "full" has an acronym and a country to each, in
both. The target is 2.5 times the table at 3,000 names, and time that grows with the number.

usage: signatures.py [--turns N]
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from collections.abc import Callable
from html import escape
from pathlib import Path
from statistics import median

_ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(_ROOT)]

from tests.support.blocks import block_letter, organisations  # noqa: E402
from tests.support.letters import LAYERS  # noqa: E402
from undersigned.model.letter import Letter  # noqa: E402
from undersigned.render import render  # noqa: E402
from undersigned.render.engine import load_engine  # noqa: E402
from undersigned.render.nodes import NodeSetter  # noqa: E402
from undersigned.render.shipped import font_css  # noqa: E402

_NUMBERS = (40, 200, 1000, 3000)
_MOST = 2.5
_STYLE = (
    '@page { margin: 25mm 33mm 27mm } body { font: 11pt/1.45 "Source Serif 4", serif }'
    " table { width: 100%; font-size: 8.4pt } td { vertical-align: top; width: 33.3% }"
)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--turns", type=int, default=3, help="how often each is laid out")
    turns = parser.parse_args().turns
    table = _plain_table()
    print("names  what   block s  table s  ratio  ms a name")
    for show in (frozenset[str](), frozenset({"acronym", "country"})):
        before = (0, 0.0)
        for number in _NUMBERS:
            signed = organisations(number, mixed=False)
            letter = block_letter(signed, "joint-statement", numbered=True, show=show)
            ours, theirs, ratio = _in_turn(
                lambda letter=letter: render(letter, "pdf", LAYERS),
                lambda letter=letter, show=show: table(letter, show),
                turns,
            )
            each = (ours - before[1]) / (number - before[0]) * 1000
            before = (number, ours)
            what = "full" if show else "bare"
            print(f"{number:5}  {what}  {ours:8.2f} {theirs:8.2f} {ratio:6.2f}  {each:9.2f}")
        print(
            f"       {what}   3,000 names within {_MOST} times: {'yes' if ratio <= _MOST else 'no'}"
        )
    return 0


def _in_turn(
    ours: Callable[[], object], theirs: Callable[[], object], turns: int
) -> tuple[float, float, float]:
    """The median seconds of processor of each, and of the ratios, after a turn that warms up."""
    taken = []
    for _ in range(turns + 1):
        seconds = []
        for run in (ours, theirs):
            start = time.process_time()
            run()
            seconds.append(time.process_time() - start)
        taken.append(seconds)
    taken = taken[1:]
    return (
        median(a for a, _ in taken), median(b for _, b in taken), median(a / b for a, b in taken)
    )  # fmt: skip


def _plain_table() -> Callable[[Letter, frozenset[str]], bytes]:
    """Bare WeasyPrint: the letter's text, and its names in a table, three to a row."""
    weasyprint = load_engine()
    configuration = weasyprint.text.fonts.FontConfiguration()
    faces = weasyprint.CSS(string=font_css(LAYERS), font_config=configuration)

    def make(letter: Letter, show: frozenset[str]) -> bytes:
        assert letter.signatures is not None
        cells = []
        for number, one in enumerate(letter.signatures.signatories, start=1):
            more = f" ({one.acronym})" if one.acronym and "acronym" in show else ""
            more += f", {one.country}" if "country" in show else ""
            cells.append(f"<td>{number}. {escape(str(one.name) + more)}</td>")
        rows = ("<tr>" + "".join(cells[at : at + 3]) + "</tr>" for at in range(0, len(cells), 3))
        page = (
            f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Letter</title>'
            f"<style>{_STYLE}</style><h1>Letter</h1>{NodeSetter(letter.wording).blocks(letter.body)}"
            f"<table>{''.join(rows)}</table></html>"
        )
        found: bytes = weasyprint.HTML(string=page).write_pdf(
            stylesheets=[faces], font_config=configuration, pdf_variant="pdf/ua-1"
        )
        return found

    return make


if __name__ == "__main__":
    print(f"{dt.datetime.now(dt.UTC).date()}, seconds of processor")
    sys.exit(main())
