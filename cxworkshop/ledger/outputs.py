"""The files that a command writes: never one that it reads, never half of one."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from cxworkshop.domain.errors import BadValue, NotFound


def check_outputs(outputs: Mapping[str, Path | None], inputs: Mapping[str, Path | None]) -> None:
    """Raise BadValue where a file to write, by its option, is one of those that are read or the other's; NotFound where none can be.

    `inputs` are the files that are read, by what they are called. A link is taken for what it leads to.
    """
    taken = [(what, path) for what, path in inputs.items() if path is not None]
    for option, output in outputs.items():
        if output is None:
            continue
        if not _is_place(output):
            raise NotFound(f"{option} {output} cannot be written: give a file in a folder that exists.")
        for what, path in taken:
            if _same(output, path):
                raise BadValue(f"{option} would overwrite {what} {path}; choose another file for {option}.")
        taken.append((f"the file of {option},", output))


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write files, all of them or none: beside their places first, then put there; raises NotFound where one cannot be."""
    parts: dict[Path, Path] = {}
    writing = Path()
    try:
        for writing, content in files.items():
            place = writing.resolve()
            if place.exists() and not place.is_file():
                # A pipe or a terminal has no name that could be changed.
                place.write_bytes(content)
                continue
            part = place.with_name(f".{os.getpid()}-{len(parts)}.part")
            parts[part] = place
            part.write_bytes(content)
            if place.exists():
                shutil.copymode(place, part)
        for part, place in parts.items():
            part.replace(place)
    except OSError as denied:
        raise NotFound(f"{writing} cannot be written ({denied.strerror}); choose another file.") from denied
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


def _is_place(output: Path) -> bool:
    try:
        return not output.is_dir() and output.parent.is_dir()
    except OSError:
        # A name longer than any file's.
        return False


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.resolve() == other.resolve()
