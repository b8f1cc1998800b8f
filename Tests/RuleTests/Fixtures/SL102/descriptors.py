"""A descriptor is never negative: a negative number says that there is none."""

import os


def write(path, data, target):
    descriptor = os.open(path, os.O_WRONLY)
    try:
        os.write(descriptor, data)
        os.close(descriptor)
        descriptor = -1
        os.link(path, target)
    finally:
        if descriptor >= 0:
            os.close(descriptor)


def write_once(path, data):
    descriptor = -1
    try:
        descriptor = os.open(path, os.O_WRONLY)
        os.write(descriptor, data)
    finally:
        if descriptor != -1:
            os.close(descriptor)


def write_above(path, data):
    descriptor = os.open(path, os.O_WRONLY)  # expect: SL102
    os.write(descriptor, data)
    if descriptor > 2:
        os.close(descriptor)
