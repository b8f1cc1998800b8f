"""Temporary files that have a name, and folders: those that the code itself removes."""

import os
import shutil
import tempfile


def publish(fetch, target):
    descriptor, path = tempfile.mkstemp()  # expect: SL103
    os.close(descriptor)
    fetch(path)
    os.link(path, target)
    os.unlink(path)


def publish_safely(fetch, target):
    descriptor, path = tempfile.mkstemp()
    os.close(descriptor)
    try:
        fetch(path)
        os.link(path, target)
    finally:
        os.unlink(path)


def publish_by_renaming(fetch, target):
    descriptor, path = tempfile.mkstemp()
    os.close(descriptor)
    try:
        fetch(path)
        os.rename(path, target)
    except Exception:
        os.unlink(path)
        raise


def publish_if_there(fetch, target):
    path = None
    try:
        descriptor, path = tempfile.mkstemp()
        os.close(descriptor)
        fetch(path)
        shutil.copy(path, target)
    finally:
        if path and os.path.exists(path):
            os.unlink(path)


def keep(fetch):
    descriptor, path = tempfile.mkstemp()
    os.close(descriptor)
    fetch(path)
    return path


def render(convert, source):
    folder = tempfile.mkdtemp()  # expect: SL103
    page = convert(source, folder)
    shutil.rmtree(folder)
    return page


def render_safely(convert, source):
    folder = tempfile.mkdtemp()
    try:
        return convert(source, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
