"""Bare WeasyPrint, as somebody without undersigned would write it: HTML to PDF/UA-1.

usage: plain.py HTML PDF CSS, where CSS names the faces of the fonts that undersigned ships.
"""

import sys

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

source, target, fonts = sys.argv[1:]
configuration = FontConfiguration()
faces = CSS(filename=fonts, font_config=configuration)
HTML(filename=source).write_pdf(
    target, font_config=configuration, stylesheets=[faces], pdf_variant="pdf/ua-1"
)
