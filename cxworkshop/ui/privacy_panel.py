"""Whether e-mail addresses, telephone and card numbers in what customers said may be seen, and what that means."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.privacy import shows_personal
from cxworkshop.domain.records import Listening
from cxworkshop.ui import session
from cxworkshop.ui.fields import field

HIDDEN = (
    "E-mail addresses, telephone, card and account numbers in what customers said are masked on this screen, on the "
    "projector, in the workbook and in print. They are kept behind their masks: typing around a mask loses nothing."
)
SEEN = (
    "Personal data is on show: on this screen, on the projector, in every workbook saved from here and in print. "
    "Say no before the file leaves the room."
)


def draw() -> None:
    """The switch, with what it means; on the projector there is none."""
    if session.projecting():
        return
    seen = shows_personal(session.workshop())
    with st.container(key="privacy"):
        switch, words = st.columns([1, 3], vertical_alignment="center")
        with switch:
            field(Listening, Listening.kind, "personal")
        if seen:
            words.warning(SEEN, icon=":material/visibility:")
        else:
            words.caption(f":material/visibility_off: {HIDDEN}")
