"""A descriptor is never negative: what asks for that asks whether there is one."""

import os
import tempfile


def link(folder: str, target: str) -> None:
    fd, path = tempfile.mkstemp(dir=folder)
    try:
        os.write(fd, b"1")
        os.close(fd)
        fd = -1
        os.link(path, target)
    finally:
        if fd >= 0:
            os.close(fd)
        os.unlink(path)


def mark(path: str, text: bytes) -> None:
    fd = os.open(path, os.O_WRONLY)
    try:
        os.write(fd, text)
    finally:
        if fd != -1:
            os.close(fd)


def turn(path: str, text: bytes) -> None:
    fd = os.open(path, os.O_WRONLY)
    try:
        os.write(fd, text)
    finally:
        if -1 < fd:
            os.close(fd)


def first_only(path: str, text: bytes) -> None:
    fd = os.open(path, os.O_WRONLY)  # expect: SL101
    os.write(fd, text)
    if fd < 0:
        os.close(fd)


def mark_once(path: str, text: bytes) -> None:
    fd = -1
    try:
        fd = os.open(path, os.O_WRONLY)
        os.write(fd, text)
    finally:
        if fd != -1:
            os.close(fd)


def above_standard(path: str, text: bytes) -> None:
    fd = os.open(path, os.O_WRONLY)  # expect: SL102
    os.write(fd, text)
    if fd > 2:
        os.close(fd)
