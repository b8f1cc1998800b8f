"""Who has a path in a temporary folder can remove the folder."""

import os
import shutil
import subprocess
import tempfile


def prepare():
    folder = tempfile.mkdtemp(prefix="repository-")
    try:
        path = os.path.join(folder, "repository")
        subprocess.run(["git", "init", path], check=True)
        return path
    except Exception:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def count():
    folder = tempfile.mkdtemp(prefix="count-")  # expect: SL102
    try:
        subprocess.run(["tar", "xf", "files.tar", "-C", folder], check=True)
        return len(os.listdir(folder))
    except Exception:
        shutil.rmtree(folder, ignore_errors=True)
        raise
