"""Results written to files, all of them or none."""

from collections.abc import Mapping
from pathlib import Path

from cxworkshop.domain.errors import NotFound


def save(results: Mapping[Path, str]) -> None:
    """Write each text to its file; the files change only when all are written. Raises NotFound where one cannot be."""
    written: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, text in results.items():
            target = path.resolve()
            # A pipe or a terminal cannot be put in place of another.
            part = (
                target.with_name(f"{target.name}.part") if target.is_file() or not target.exists() else target
            )
            written.append((part, target))
            part.write_text(text, encoding="utf-8", newline="")
        for part, target in written:
            if part != target:
                part.replace(target)
    except OSError as denied:
        for part, target in written:
            if part != target:
                part.unlink(missing_ok=True)
        raise NotFound(f"{path} cannot be written ({denied.strerror}); choose another file.") from denied
