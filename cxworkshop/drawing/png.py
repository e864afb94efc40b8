"""Turning a picture of lines and words into one of dots, without a browser."""

from __future__ import annotations

import struct

import vl_convert

PER_INCH = 72
"""Dots in an inch, as the file says of itself."""


def png(svg: str, scale: float = 1.0) -> bytes:
    """The SVG's text as a PNG file; at scale 1 a unit of its width and height is a dot."""
    return bytes(vl_convert.svg_to_png(svg, scale=scale, ppi=PER_INCH))


def size_of(image: bytes) -> tuple[int, int]:
    """Width and height of a PNG file in dots."""
    wide, high = struct.unpack(">II", image[16:24])
    return int(wide), int(high)
