"""What reads a file to its end may fail where it cannot be decoded, whatever does the reading."""

import csv


def rows(path):
    file = open(path)  # expect: SL103
    found = list(csv.DictReader(file))
    file.close()
    return found


def lines(path):
    file = open(path)  # expect: SL103
    found = sorted(file)
    file.close()
    return found


def numbered(path):
    file = open(path)
    pairs = enumerate(file)
    file.close()
    return pairs


def copied(path, names):
    file = open(path)
    known = list(names)
    file.close()
    return known


def rows_in_block(path):
    with open(path) as file:
        return list(csv.DictReader(file))
