import json


# `int` of a text raises nothing but what is handled.
def limit(path, text):
    source = open(path)
    try:
        most = int(text)
    except ValueError:
        most = 10
    source.close()
    return most


def option(path, text, table):
    source = open(path)
    try:
        key = json.loads(text)
        option = table[key]
    except (ValueError, KeyError):
        option = None
    source.close()
    return option


def converted(path, text, convert):
    source = open(path)  # expect: SL103
    try:
        most = convert(int(text))
    except ValueError:
        most = 10
    source.close()
    return most
