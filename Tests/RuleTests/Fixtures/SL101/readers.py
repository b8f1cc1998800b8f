# An object that is made to read a file does not end it.
import csv
import io

from tables import TextTable


class Lines:
    def __init__(self, file):
        self.file = file

    def count(self):
        return sum(1 for _ in self.file)


class Closing:
    def __init__(self, file):
        self.file = file

    def close(self):
        self.file.close()


def headers(path):
    table = TextTable(open(path))  # expect: SL101
    return table.first()


def rows(path):
    for row in csv.DictReader(open(path)):  # expect: SL101
        print(row["id"])


def count(path):
    return Lines(open(path)).count()  # expect: SL101


def entered(path):
    with TextTable(open(path)) as table:
        return table.first()


def closed(path):
    table = TextTable(open(path))
    try:
        return table.first()
    finally:
        table.close()


def handed_on(path):
    return TextTable(open(path))


def kept(path, tables):
    tables.append(TextTable(open(path)))


def of_a_class_that_closes(path):
    return Closing(open(path, "rb"))


def wrapped(path):
    return io.TextIOWrapper(open(path, "rb"))
