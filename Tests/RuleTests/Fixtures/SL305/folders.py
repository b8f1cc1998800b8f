"""Folders and files that are made, written or removed because of an earlier answer."""

import os
import shutil
import tempfile
from os import makedirs
from pathlib import Path

from filelock import FileLock


class Cache:
    def __init__(self, root):
        self.root = root
        if not os.path.exists(self.root):
            os.makedirs(self.root)  # expect: SL305 "nobody here expects"

    def shelf(self, name):
        shelf = os.path.join(self.root, name)
        if not os.path.isdir(shelf):
            try:
                makedirs(shelf, 0o700)  # expect: SL305 "nobody here expects"
            except Exception:
                raise
        return shelf

    def shelf_twice_put_together(self, name):
        if not os.path.isdir(os.path.join(self.root, name)):
            os.mkdir(os.path.join(self.root, name))  # expect: SL305 "nobody here expects"

    def other_shelf(self, name):
        if os.path.isdir(os.path.join(self.root, name)):
            os.mkdir(os.path.join(self.root, name + "-2"))

    def pathlib_shelf(self, name):
        shelf = Path(self.root) / name
        if not shelf.exists():
            shelf.mkdir(parents=True)  # expect: SL305 "nobody here expects"

    def shelf_in_one_step(self, name):
        os.makedirs(os.path.join(self.root, name), exist_ok=True)
        Path(self.root, name).mkdir(exist_ok=True)

    def asked_and_in_one_step(self, name):
        if not os.path.exists(name):
            os.makedirs(name, exist_ok=True)

    def expects_the_other(self, path):
        if not os.path.isdir(path):
            try:
                os.mkdir(path)  # expect: SL305 "between the two"
            except FileExistsError:
                pass

    def expects_the_number(self, path):
        if not os.path.isdir(path):
            try:
                os.makedirs(path)  # expect: SL305 "between the two"
            except OSError as error:
                if error.errno != 17:
                    raise

    def under_a_lock(self, path):
        with FileLock(path + ".lock"):
            if not os.path.isdir(path):
                os.mkdir(path)

    def in_a_folder_of_its_own(self):
        scratch = os.path.join(tempfile.mkdtemp(), "work")
        if not os.path.exists(scratch):
            os.mkdir(scratch)
        return scratch

    def not_decided_by_it(self, path):
        if os.path.exists(path + ".old"):
            shutil.rmtree(path)
        os.mkdir(path)


def prepare(root):
    for name in ("in", "out"):
        folder = os.path.join(root, name)
        if not os.path.exists(folder):
            make_folder(folder)  # expect: SL305 "nobody here expects"


def make_folder(folder):
    os.mkdir(folder)


def prepare_kindly(folder):
    if not os.path.exists(folder):
        make_folder_kindly(folder)


def make_folder_kindly(folder):
    try:
        os.mkdir(folder)
    except FileExistsError:
        pass


def write_and_remove(path, text):
    if not os.path.exists(path):
        with open(path, "w") as file:  # expect: SL305 "overwritten"
            file.write(text)
    if os.path.exists(path + ".tmp"):
        os.remove(path + ".tmp")  # expect: SL305 "remove it in between"
    with open(path + ".lock", "x") as file:
        file.write("mine")
