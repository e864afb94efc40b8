"""Leadership and culture: how you will and will not grow, and the proof that you mean it."""

from cxworkshop.programme.leadership import (
    BEHAVIOURS,
    CHOICES,
    IMMERSION,
    LEADERSHIP,
    PERMISSION,
    PROOF,
    RULES,
)
from cxworkshop.ui import (
    behaviours_panel,
    immersion_panel,
    proof_panel,
    rules_panel,
    standards_panel,
    wall,
)
from cxworkshop.ui.steps import show

show(
    LEADERSHIP,
    {
        CHOICES.key: wall.draw,
        PERMISSION.key: standards_panel.draw,
        PROOF.key: proof_panel.draw,
        RULES.key: rules_panel.draw,
        BEHAVIOURS.key: behaviours_panel.draw,
        IMMERSION.key: immersion_panel.draw,
    },
)
