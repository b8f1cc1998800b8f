"""The slower one of two gets what the one who finds the folder raises."""

from pathlib import Path


def unpack(target: Path):
    if target.exists():
        raise FileExistsError(f"there is one already: {target}")
    target.mkdir(parents=True)


def unpack_or_use(target: Path):
    if not target.exists():
        target.mkdir(parents=True)  # expect: SL305 warning
