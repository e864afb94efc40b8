"""What the lab writes: the bridge that the dials give, a variant kept under a name, and the one that becomes the definition."""

from __future__ import annotations

from pathlib import Path

from cxworkshop.analysis.bridge_flag_words import OUTSIDE
from cxworkshop.analysis.bridge_flags import contradictions
from cxworkshop.analysis.findings import customers, quoted
from cxworkshop.analysis.lab import Outcome, dials, outcome
from cxworkshop.analysis.lab_words import definition_sentence, excluded, gives
from cxworkshop.analysis.nouns import people
from cxworkshop.domain.commands import Batch, Command, Put, Remove, new_id
from cxworkshop.domain.errors import BadValue, NotFound
from cxworkshop.domain.record import fields
from cxworkshop.domain.records import BridgeRow, Definition, LedgerSource, Variant
from cxworkshop.domain.records.lab import LabSettings
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger import Bridge, BridgeLine, Ledger
from cxworkshop.programme.say import told
from cxworkshop.ui import lab_compute, session
from cxworkshop.ui.lab_facts import facts, stays
from cxworkshop.ui.session import Here

SETTINGS = tuple(name for name in LabSettings.model_fields if name != "id")


def write_bridge(here: Here, path: Path, source: LedgerSource) -> None:
    """Put the bridge of the dials in the place of the one computed before; typed rows stay."""
    here.trying(_write_bridge, here, path, source)


def keep(here: Here, path: Path, source: LedgerSource, name_key: str, sentence_key: str) -> None:
    """Keep the dials with what they give under the name that was typed."""
    here.trying(_keep, here, path, source, session.peek(name_key), session.peek(sentence_key))


def load(here: Here, variant: str) -> None:
    """Set the dials as a variant has them."""
    here.trying(_load, here, variant)


def remove(here: Here, variant: str) -> None:
    """Take a variant away."""
    here.trying(here.write, Remove("variant", variant))


def choose(here: Here, path: Path | None, variant: str) -> None:
    """Make a variant the definition, and its bridge the workshop's, in one change."""
    here.trying(_choose, here, path, variant)


def settings_of(source: LedgerSource, variant: Variant) -> LedgerSource:
    """The ledger's record with a variant's dials."""
    return source.with_values({name: getattr(variant, name) for name in (*SETTINGS, "segment_column")})


def _write_bridge(here: Here, path: Path, source: LedgerSource) -> None:
    ledger, bridge = lab_compute.ledger(path, source), lab_compute.bridge(path, source)
    workshop = here.workshop()
    here.write(Batch(tuple(_bridge(workshop, ledger, bridge)), "Bridge from the ledger"))
    here.notice(told("The bridge is in the workshop.", stays(workshop, bridge)) or "", place="lab")


def _keep(here: Here, path: Path, source: LedgerSource, name: str | None, said: str | None) -> None:
    if not (name or "").strip():
        raise BadValue("Give the definition a name first, such as “Finance's eighteen months”.")
    workshop = here.workshop()
    found = lab_compute.outcome(lab_compute.bridge(path, source).totals[-1])
    values = {name: getattr(source, name) for name in (*SETTINGS, "segment_column")}
    words = (said or "").strip() or definition_sentence(source, customers(workshop), source.segment_column)
    here.write(
        Put(
            "variant",
            new_id(),
            {**values, **_defaults(source), **_figures(found), "name": name, "sentence": words},
        )
    )
    here.notice(f"Kept: {name}, {people(found.closing or 0, customers(workshop))}.", place="lab")


def _load(here: Here, id: str) -> None:
    variant = _variant(here.workshop(), id)
    values = {name: getattr(variant, name) for name in (*SETTINGS, "segment_column")}
    here.write(Put("ledger_source", "ledger_source", values))


def _choose(here: Here, path: Path | None, id: str) -> None:
    workshop = here.workshop()
    variant, source = _variant(workshop, id), workshop.one(LedgerSource)
    found, commands, left = outcome(variant), list[Command](), None
    if path is not None:
        source = settings_of(source, variant)
        ledger, bridge = lab_compute.ledger(path, source), lab_compute.bridge(path, source)
        found, left = lab_compute.outcome(bridge.totals[-1]), stays(workshop, bridge)
        commands += [
            Put("variant", id, _figures(found)),
            Put("ledger_source", "ledger_source", {name: getattr(source, name) for name in SETTINGS}),
            *_bridge(workshop, ledger, bridge),
        ]
    if found.closing is None:
        raise BadValue(
            f"{quoted(variant.name)} was not counted yet: open its ledger first, or write the card by hand in the next step."
        )
    commands.insert(0, Put(Definition.kind, Definition.kind, _card(workshop, variant, found)))
    here.write(Batch(tuple(commands), f"The definition: {variant.name}"))
    gave = people(found.closing, customers(workshop))
    now = f"{quoted(variant.name)} is the definition now: {gave}. One Undo takes it back."
    here.notice(told(now, left) or "", place="lab")
    here.renew()


def _card(workshop: Workshop, variant: Variant, found: Outcome) -> dict[str, object]:
    stands, word = dials(variant), customers(workshop)
    out = excluded(variant, variant.segment_column)
    return {
        "sentence": variant.sentence or definition_sentence(variant, word, variant.segment_column),
        "setting": stands["setting"],
        "window_days": stands.get("window_days"),
        "grace_days": stands.get("grace_days"),
        "minimum": stands.get("minimum"),
        "value_basis": stands["value_basis"],
        "exclusions": f"{out[:1].upper()}{out[1:]}." if out else None,
        "agreed": found.closing,
        "gives": gives(found, word),
        "variant": variant.id,
    }


def _bridge(workshop: Workshop, ledger: Ledger, bridge: Bridge) -> list[Command]:
    removed = [Remove("bridge_row", row.id) for row in workshop.all(BridgeRow) if row.from_ledger]
    written = [
        Put("bridge_row", f"ledger-{number:04d}", row_values(line), position=float(number))
        for number, line in enumerate(bridge.rows, 1)
    ]
    read = {
        "rows": ledger.rows_read,
        "customers": len(ledger.customers),
        "first_day": ledger.first_day,
        "last_day": ledger.last_day,
        "notes": "\n".join((*ledger.notes, *bridge.notes))[:5000] or None,
        **{
            lab_compute.COLUMNS[role]: header
            for role, header in ledger.columns
            if role in lab_compute.COLUMNS
        },
    }
    return [*removed, *written, *facts(workshop, bridge), Put("ledger_source", "ledger_source", read)]


def row_values(line: BridgeLine) -> dict[str, object]:
    """A computed line as the values of a bridge row; money turns from cents into the currency."""
    # Contradictions are told from the figures wherever the row is shown; what only the ledger knows is kept.
    seen = {flag.code for flag in contradictions(line.customers, line.value)} | OUTSIDE
    remarks = [flag.sentence for flag in line.flags if flag.code not in seen]
    values: dict[str, object] = {
        "evidence": "fact",
        "from_ledger": True,
        "remarks": "\n".join(remarks)[:5000] or None,
    }
    for name in fields(BridgeRow):
        if name not in values and hasattr(line, name):
            amount = getattr(line, name)
            values[name] = amount / 100 if name.endswith("_value") else amount
    values["segment"] = None if line.segment == "All" else line.segment
    return values


def _figures(found: Outcome) -> dict[str, object]:
    return {name: getattr(found, name) for name in Outcome.__dataclass_fields__}


def _defaults(source: LedgerSource) -> dict[str, object]:
    """The dials that nobody touched, at what they stand for, so that a later default changes no kept variant."""
    return {name: value for name, value in dials(source).items() if getattr(source, name) is None}


def _variant(workshop: Workshop, id: str) -> Variant:
    variant = workshop.get(Variant, id)
    if variant is None:
        raise NotFound("Somebody took this variant away in the meantime.")
    return variant
