"""What is opened over bytes in memory holds nothing; what is opened by its path does."""

import io

from PIL import Image


def size_of(data):
    image = Image.open(io.BytesIO(data))
    return image.size


def scale(path):
    image = Image.open(path)  # expect: SL101
    return image.resize((1, 1))
