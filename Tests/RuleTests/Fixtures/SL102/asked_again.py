"""The same question about the same value has the same answer."""

from pathlib import Path


def is_file_like(thing) -> bool:
    for name in ("read", "close"):
        if not hasattr(thing, name):
            return False
    return True


def load(source, parse):
    file = open(source) if isinstance(source, (str, Path)) else source
    try:
        return parse(file)
    finally:
        if isinstance(source, (str, Path)):
            file.close()


def store(target, rows) -> None:
    if is_file_like(target):
        out = target
    else:
        out = open(target, "w")
    try:
        out.writelines(rows)
    finally:
        if not is_file_like(target):
            out.close()


def first(name: str, stdin):
    file = stdin if name.startswith("-") else open(name)
    try:
        return file.readline()
    finally:
        if not name.startswith("-"):
            file.close()


def another(source, parse):
    file = open(source) if isinstance(source, (str, Path)) else source  # expect: SL102
    try:
        return parse(file)
    finally:
        if isinstance(source, bytes):
            file.close()


def renamed(source, parse):
    file = open(source) if isinstance(source, str) else source  # expect: SL102
    source = parse(source)
    try:
        return parse(file)
    finally:
        if isinstance(source, str):
            file.close()


def counted(queue, path: str, limit):
    file = open(path) if limit.reached(queue) else queue.file  # expect: SL102
    try:
        return file.readline()
    finally:
        if limit.reached(queue):
            file.close()
