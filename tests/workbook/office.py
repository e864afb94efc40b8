"""Another office suite on this machine, and what it is given to open."""

from __future__ import annotations

import os
import re
import shutil
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

OFFICE = shutil.which("soffice")
Convert = Callable[[bytes, str], bytes]

needs_office = pytest.mark.skipif(
    OFFICE is None and not os.environ.get("CI"), reason="LibreOffice (soffice) is not on the PATH"
)


def bare(content: bytes) -> bytes:
    """The workbook without the stored results of its formulas, so that they are worked out anew."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            body = old.read(part)
            if part.startswith("xl/worksheets/sheet"):
                body = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", body)
            new.writestr(part, body)
    return out.getvalue()
