"""Two bowls of marbles: those who came lie in one, those who left in the other, and the heaps tell the difference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import altair as alt

from cxworkshop.analysis.bridge import Flows, gap, net
from cxworkshop.analysis.bridge_gross import shown
from cxworkshop.analysis.bridge_rows import latest
from cxworkshop.analysis.bridges import told
from cxworkshop.analysis.findings import customers
from cxworkshop.domain.records import BridgeRow
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import short, wrapped
from cxworkshop.drawing.packing import heap, worth
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts import glass
from cxworkshop.ui.charts.picture import SMALL, Layers, Picture, finished, rows

APART, ACROSS = 17.0, 65.0
"""From the middle of the picture to the middle of a bowl, and across the whole picture, in radii of a marble."""
LOW, HIGH = -8.6, 15.6
"""The lowest and the highest place in the picture, in radii of a marble."""


RADIUS = 15
"""Of a marble in pixels, where the screen is wide enough."""
LAPTOP = 13.5
"""The radius of a marble in pixels at which letters have their own size."""


@dataclass(frozen=True)
class Marbles:
    """One kind of marble in a bowl: what it says, its fill, how many customers and how many marbles."""

    word: str
    fill: str
    people: int
    count: int


def bowls(workshop: Workshop, palette: Palette, *, row: str | None = None) -> Picture | None:
    """New and returned in the left bowl, lapsed in the right one; a marble is ceil(max(came, left) / 50) customers.

    `row` is the id of a bridge row; blank, unknown or removed gives the latest period of all customers. Source: docs/method.md 1.2.
    """
    found = latest(workshop)
    chosen = workshop.get(BridgeRow, row) or (found[0] if found else None)
    said = told(workshop, chosen) if chosen else None
    if chosen is None or said is None:
        return None
    flows = shown(workshop, chosen)
    new, returned, lapsed = (round(one or 0) for one in (flows.new, flows.returned, flows.lapsed))
    each = worth(new + returned, lapsed)
    came, left = (
        marbles((("new", "full", new), ("returned", "eye", returned)), each),
        marbles((("lapsed", "full", lapsed),), each),
    )
    noun = customers(workshop)
    scale = f"Each marble is {f'{each:,} {noun}' if each > 1 else f'one of your {noun}'}"
    beside = "".join(f" · {words}" for words in _beside(flows, chosen.gap_reason))
    layers = [
        *_bowl(-APART, came, f"{new + returned:,} came", palette.gain, palette),
        *_bowl(APART, left, f"{lapsed:,} left", palette.loss, palette),
        *glass.arrows(palette, APART),
        *_middle(round(net(flows) or 0), noun, bool(gap(flows)), f"{scale}{beside}", palette),
    ]
    unit = alt.VariableParameter(name=glass.UNIT, expr=f"min({RADIUS}, width / {ACROSS})")
    chart: Layers = alt.layer(*layers, encoding=glass.place(), params=[unit])
    return finished(
        chart,
        palette,
        says=said,
        alt=f"Two bowls of marbles, {sum(one.count for one in came)} for those who came and"
        f" {sum(one.count for one in left)} for those who left. {scale}{beside}. {said}",
        table=[
            {
                "": "came" if one in came else "left",
                "Who": one.word,
                "Customers": one.people,
                "Marbles": one.count,
            }
            for one in (*came, *left)
        ],
        height=round((HIGH - LOW) * RADIUS),
    )


def marbles(kinds: tuple[tuple[str, str, int], ...], each: int) -> list[Marbles]:
    """The marbles of a bowl from (word, fill, customers); together as many as all its customers round to.

    Nobody has no marble, and a kind that has anybody has at least one.
    """
    people = [one for _, _, one in kinds]
    total = max(round(sum(people) / each), sum(one > 0 for one in people))
    counts = [max(round(one / each), 1) if one else 0 for one in people]
    # What rounding each kind makes too many or too few is settled in the largest.
    largest = people.index(max(people))
    counts[largest] += total - sum(counts)
    return [Marbles(word, fill, one, n) for (word, fill, one), n in zip(kinds, counts, strict=True)]


def _bowl(middle: float, kinds: list[Marbles], words: str, colour: str, palette: Palette) -> list[alt.Chart]:
    spots = heap(sum(kind.count for kind in kinds))
    layers = glass.back(middle, palette)
    begin = 0
    for kind in kinds:
        laid = [(middle + x, y) for x, y in spots[begin : begin + kind.count]]
        begin += kind.count
        layers += glass.marbles(laid, kind.fill, colour, palette)
    layers += glass.front(middle, palette)
    layers.append(_text(middle, -3.3, words, 30, colour, bold=True))
    told_apart = [kind for kind in kinds if kind.people or len(kinds) == 1]
    width = 11.5
    for at, kind in enumerate(told_apart):
        x = middle + (at - (len(told_apart) - 1) / 2) * width
        layers += glass.marbles([(x - 4.1, -5.9)], kind.fill, colour, palette, size=0.72)
        layers.append(_text(x - 3.0, -5.9, f"{kind.people:,} {kind.word}", SMALL, palette.ink, align="left"))
    return layers


def _beside(flows: Flows, reason: str | None) -> list[str]:
    """What changes the net and lies in no bowl: moves between segments, and the gap of the count."""
    moves = {"moved in": flows.moved_in, "moved out": flows.moved_out}
    found = [f"{people:,.0f} {words}" for words, people in moves.items() if people]
    apart = gap(flows)
    known = "gap, explained" if reason else "not explained"
    return [*found, f"{short(apart, signed=True)} {known}"] if apart else found


def _middle(change: int, noun: str, apart: bool, scale: str, palette: Palette) -> list[alt.Chart]:
    """The net in large letters between the bowls, as counted, and below them what a marble stands for."""
    colour = palette.loss if change < 0 else palette.gain if change > 0 else palette.ink
    word = "fewer" if change < 0 else "more"
    said = f"{word} {noun}" if change else f"as many {noun} as before"
    if apart:
        said += ", counted at the end"
    return [
        # "fewer" and "more" carry the sign.
        _text(0, 5.2, short(abs(change)), 34, colour, bold=True),
        _text(0, 3.0, wrapped(said, 9.5, 4), SMALL, palette.muted, top=True),
        _text(0, -8.1, scale, SMALL, palette.muted),
    ]


def _text(
    x: float,
    y: float,
    words: str,
    size: int,
    colour: str,
    *,
    bold: bool = False,
    align: Literal["left", "center"] = "center",
    top: bool = False,
) -> alt.Chart:
    chart: alt.Chart = (
        alt.Chart(rows([{"x": x, "y": y, "words": words}]))
        .mark_text(
            fontSize=_scaled(size),
            color=colour,
            fontWeight="bold" if bold else "normal",
            align=align,
            baseline="top" if top else "middle",
            lineHeight=_scaled(size + 3),
        )
        .encode(text=alt.Text(field="words", type="nominal"))
    )
    return chart


def _scaled(size: int) -> alt.ExprRef:
    """Letters that grow with the marbles on a larger screen and never shrink below their size."""
    return alt.expr(f"{size} * max(1, {glass.UNIT} / {LAPTOP})")
