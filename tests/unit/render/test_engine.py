"""What the engine is spared while it is loaded is there when it is used."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
import sys
from undersigned.render.engine import load_engine
load_engine()
import weasyprint.pdf.fonts as fonts
print("fontTools.subset" in sys.modules, "fontTools.varLib" in sys.modules)
import fontTools.subset
print(fonts.subset.Options is fontTools.subset.Options)
from fontTools.fontBuilder import FontBuilder
from fontTools.varLib.instancer import instantiateVariableFont
font = FontBuilder(1000)
font.setupGlyphOrder([".notdef"])
font.setupNameTable({"familyName": "x", "styleName": "y"})
font.setupFvar([("wght", 100, 400, 900, "Weight")], [])
print([axis.axisTag for axis in font.font["fvar"].axes])
fonts.instantiateVariableFont(font.font, {"wght": 400}, inplace=True)
print("fvar" in font.font)
"""


def test_font_tools_are_loaded_when_they_are_used() -> None:
    """Loading the engine loads neither subsetter nor instancer; both are the real ones."""
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=False
    )

    assert done.stderr == ""
    assert done.stdout == "False False\nTrue\n['wght']\nFalse\n"
