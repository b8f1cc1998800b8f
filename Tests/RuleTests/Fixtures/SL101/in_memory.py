"""What is opened over bytes in memory holds nothing; what is opened by its path does."""

import io
import zipfile

from PIL import Image


def size_of(data):
    image = Image.open(io.BytesIO(data))
    return image.size


def names_in(data):
    archive = zipfile.ZipFile(io.BytesIO(data))
    return archive.namelist()


def names(path):
    archive = zipfile.ZipFile(path)  # expect: SL101
    return archive.namelist()
