"""The colours of the programme on light and on dark paper, and the few mixtures that the pictures need."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Colours as `#rrggbb`; each text colour reads at 4.5:1 or better on `paper`."""

    paper: str
    ink: str
    muted: str
    grid: str
    accents: tuple[str, str, str, str, str]
    gain: str
    loss: str
    neutral: str

    def accent(self, competency: int | None) -> str:
        """The colour of competency 1 to 5; ink for the parts that belong to none."""
        return self.accents[competency - 1] if competency else self.ink

    def tint(self, colour: str, share: float) -> str:
        """`colour` laid thinly on paper: share 0 is paper, 1 the full colour."""
        return _mixed(self.paper, colour, share)

    def lit(self, colour: str, share: float) -> str:
        """`colour` with light on it: share 0 is the colour, 1 the lighter of paper and ink."""
        return _mixed(colour, max(self.paper, self.ink, key=_luminance), share)

    def shaded(self, colour: str, share: float) -> str:
        """`colour` in the shade: share 0 is the colour, 1 the darker of paper and ink."""
        return _mixed(colour, min(self.paper, self.ink, key=_luminance), share)

    def on(self, colour: str) -> str:
        """Paper or ink, whichever reads better on `colour`."""
        return max(self.paper, self.ink, key=lambda text: contrast(text, colour))


LIGHT = Palette(
    paper="#FAFAF7",
    ink="#1F2933",
    muted="#56616E",
    grid="#DCDAD2",
    accents=("#0B6E4F", "#1D5FA8", "#7A3E9D", "#A34A08", "#A61E4D"),
    gain="#2B6CB0",
    loss="#C2410C",
    neutral="#6B7280",
)
DARK = Palette(
    paper="#14181D",
    ink="#E8EAED",
    muted="#A9B2BD",
    grid="#353D47",
    accents=("#4FBF95", "#6FA8E8", "#B98BD6", "#F0A35E", "#F0809F"),
    gain="#7FB2E5",
    loss="#F4A261",
    neutral="#9CA3AF",
)


def palette(theme: str) -> Palette:
    """The palette of a theme; everything but `dark` is light."""
    return DARK if theme == "dark" else LIGHT


def contrast(one: str, other: str) -> float:
    """How well two colours tell apart, 1 to 21 (WCAG 2 contrast ratio)."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    parts = [part / 255 for part in _rgb(colour)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(one: str, other: str, share: float) -> str:
    parts = (round(a + (b - a) * share) for a, b in zip(_rgb(one), _rgb(other), strict=True))
    return "#" + "".join(f"{part:02X}" for part in parts)


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
