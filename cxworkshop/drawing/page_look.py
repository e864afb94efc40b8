"""How the one page looks: colours of both papers, letters that travel with it, and one sheet for A4 and Letter."""

from __future__ import annotations

import base64
from functools import cache
from pathlib import Path
from typing import Literal

from cxworkshop.drawing.page_room import HIGH, LINE, PAIR, ROW, TALL, TIGHT, WIDE
from cxworkshop.drawing.palette import DARK, LIGHT, Palette

Theme = Literal["", "light", "dark"]
"""Which paper a screen shows; blank follows the reader's own setting. Paper that is printed on is always light."""
MARGIN = 1.2
"""Around the sheet on a screen, in its units."""
_FONT = Path(__file__).parent / "fonts" / "SourceSans.woff2"

_SHEET = """
* { box-sizing: border-box; margin: 0; padding: 0; }
html { font-size: calc(min(100vw, 1500px) / FULL); background: var(--paper); -webkit-text-size-adjust: 100%; }
body { font: 0.755rem/1.2 'Page', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; color: var(--ink); background: var(--paper); }
main { width: WIDErem; height: HIGHrem; margin: MARGINrem auto; display: flex; flex-direction: column; overflow: hidden; }
main > * { flex: none; }
.full { justify-content: space-between; }
.calm > * + * { margin-top: 1rem; }
h1, h2 { line-height: 1.15; }
h2 { font-size: 0.98rem; font-weight: 700; margin-bottom: 0.3rem; display: flex; justify-content: space-between; align-items: baseline; }
h2 span { font-size: 0.72rem; font-weight: 400; color: var(--muted); }
.one { display: block; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.two, .three { display: -webkit-box; -webkit-box-orient: vertical; overflow: hidden; overflow-wrap: anywhere; -webkit-line-clamp: 2; }
.three { -webkit-line-clamp: 3; }
.muted { color: var(--muted); }
header { display: flex; justify-content: space-between; align-items: flex-end; gap: 2rem; height: 2.7rem; }
h1 { font-size: 1.45rem; font-weight: 700; }
header div { min-width: 0; }
header p { color: var(--muted); font-size: 0.86rem; margin-top: 0.15rem; }
.marks { flex: none; text-align: right; }
.draft { color: var(--loss); font-size: 1.15rem; font-weight: 700; letter-spacing: 0.22em; margin-right: -0.22em; }
.count { display: grid; grid-template-columns: 23rem 24.4rem; gap: 1.1rem; height: 10.4rem; align-items: center; }
.net { font-size: 4.5rem; font-weight: 700; line-height: 1; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
.what { font-size: 1.55rem; font-weight: 600; line-height: 1.15; margin-bottom: 0.3rem; }
.flow { font-size: 1.12rem; }
.count .three { font-size: 0.85rem; }
.count .muted { font-size: 0.8rem; margin-top: 0.15rem; }
.gain { color: var(--gain); fill: var(--gain); }
.loss { color: var(--loss); fill: var(--loss); }
.count svg { width: 100%; height: 10.4rem; }
.version { display: grid; grid-template-columns: 31.5rem 15.5rem; gap: 1.5rem; height: 4.3rem; align-items: start; }
.version h2, .journey h2 { color: var(--a2); }
.version h2, .version .number { color: var(--a1); }
.version .sentence { font-size: 1.08rem; line-height: 1.2; }
.version .number { font-size: 2rem; font-weight: 700; line-height: 1.1; font-variant-numeric: tabular-nums; }
.version .number span { font-size: 0.84rem; font-weight: 400; color: var(--muted); margin-left: 0.4rem; }
.version p + p { margin-top: 0.2rem; }
.objects { color: var(--loss); font-weight: 600; }
.path { display: block; width: WIDErem; height: 9.15rem; }
.choices h2 { color: var(--a5); }
.pairs { display: grid; grid-template-columns: 1fr 1fr; column-gap: 1.5rem; list-style: none; }
.pairs li { height: PAIRrem; min-width: 0; border-left: 0.14rem solid var(--a5); padding-left: 0.6rem; margin-bottom: 0.3rem; height: calc(PAIRrem - 0.3rem); }
.will { font-weight: 600; }
.cost { color: var(--muted); }
.plan h2 { color: var(--a4); }
table { border-collapse: collapse; table-layout: fixed; width: 100%; }
th, td { text-align: left; vertical-align: top; font-weight: 400; padding: 0 0.9rem 0 0; }
thead th { color: var(--muted); font-size: 0.68rem; height: 1rem; }
tbody tr { height: ROWrem; border-top: 0.03rem solid var(--line); }
.tight tbody tr { height: TIGHTrem; }
tbody th, tbody td { padding-top: 0.12rem; line-height: 1.16; }
tbody th { font-weight: 600; }
.answers span:first-child b { margin-right: 0.3rem; }
.place { width: 1.5rem; padding: 0; }
td.place { color: var(--a4); font-weight: 700; font-size: 1.15rem; line-height: 1; padding-top: 0.18rem; }
.name { width: 13.8rem; } .answers { width: 14.1rem; } .measure { width: 9.1rem; } .moves { width: 5.2rem; }
.money { text-align: right; padding-right: 0; font-variant-numeric: tabular-nums; }
.answers b, td.moves { font-weight: 600; font-variant-numeric: tabular-nums; }
.signed { font-size: 0.86rem; font-weight: 600; height: 1.2rem; }
.otherwise ul { list-style: none; }
.otherwise li { height: LINErem; line-height: LINErem; }
.otherwise b { font-weight: 600; }
.none { color: var(--muted); font-size: 0.9rem; }
svg text { fill: var(--ink); }
svg text.gain { fill: var(--gain); } svg text.loss { fill: var(--loss); }
.people { font-size: 2.6px; font-weight: 700; } svg .scale { font-size: 1.75px; fill: var(--muted); }
.stop-gain { stop-color: var(--gain); } .stop-gain-lit { stop-color: var(--gain-lit); } .stop-gain-dark { stop-color: var(--gain-dark); }
.stop-loss { stop-color: var(--loss); } .stop-loss-lit { stop-color: var(--loss-lit); } .stop-loss-dark { stop-color: var(--loss-dark); }
.shadow { fill: var(--shadow); } .glass { fill: var(--glass); } .shine { fill: #fff; fill-opacity: 0.75; }
.wall { fill: none; stroke: var(--edge); stroke-width: 0.3; stroke-linecap: round; } .rim { fill: none; stroke: var(--edge); stroke-width: 0.14; }
.foot { fill: var(--edge); }
.way { fill: none; stroke: var(--way); stroke-width: 9; stroke-linecap: round; } .tip { fill: var(--way); }
.node { fill: var(--a2); } .alone { fill: var(--paper); stroke: var(--loss); stroke-width: 5; stroke-dasharray: 9 6; }
.felt { font-size: 25px; fill: var(--muted) !important; } .stage { font-weight: 650; }
.s31 { font-size: 31px; } .s28 { font-size: 28px; } .s25 { font-size: 25px; }
.leader, .nobody, .moment { font-size: 26px; } .nobody { fill: var(--loss) !important; } .leader { fill: var(--muted) !important; }
.star { fill: var(--a2); }
@page { margin: 7mm 8mm; }
@media print {
  html { font-size: 4mm; }
  main { margin: 0 auto; }
  html, body { -webkit-print-color-adjust: exact; print-color-adjust: exact; background: #fff; }
}
@media print and (max-aspect-ratio: 72/100) { main { height: TALLmm; } }
"""


@cache
def style(theme: Theme) -> str:
    """The whole style sheet, its letters within it, so that the page asks for nothing from elsewhere."""
    letters = base64.b64encode(_FONT.read_bytes()).decode()
    face = f"@font-face {{ font-family: 'Page'; font-weight: 200 900; src: url(data:font/woff2;base64,{letters}) format('woff2'); }}"
    dark = {"": "@media screen and (prefers-color-scheme: dark)", "dark": "@media screen", "light": ""}[theme]
    colours = f":root {{ {_colours(LIGHT)} color-scheme: light; }}"
    if dark:
        colours += f"\n{dark} {{ :root {{ {_colours(DARK)} color-scheme: dark; }} }}"
    # Printing on white saves the ink that warm paper would take.
    colours += "\n@media print { :root { --paper: #fff; } }"
    sheet = _SHEET
    for name, size in (
        ("FULL", WIDE + 2 * MARGIN),
        ("MARGIN", MARGIN),
        ("WIDE", WIDE),
        ("HIGH", HIGH),
        ("PAIR", PAIR),
        ("LINE", LINE),
        ("ROW", ROW),
        ("TIGHT", TIGHT),
        ("TALL", TALL),
    ):
        sheet = sheet.replace(name, f"{size:g}")
    return f"{face}\n{colours}\n{sheet}"


def _colours(paper: Palette) -> str:
    found = {
        "paper": paper.paper,
        "ink": paper.ink,
        "muted": paper.muted,
        "line": paper.grid,
        "gain": paper.gain,
        "loss": paper.loss,
        "shadow": paper.tint(paper.neutral, 0.2),
        "glass": paper.tint(paper.neutral, 0.1),
        "edge": paper.tint(paper.neutral, 0.7),
        "way": paper.tint(paper.accent(2), 0.4),
        **{f"a{at}": accent for at, accent in enumerate(paper.accents, 1)},
    }
    for name, colour in (("gain", paper.gain), ("loss", paper.loss)):
        found |= {f"{name}-lit": paper.lit(colour, 0.5), f"{name}-dark": paper.shaded(colour, 0.25)}
    return " ".join(f"--{name}: {colour};" for name, colour in found.items())
