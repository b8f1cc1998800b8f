"""A selector has a descriptor of its own."""

import selectors


def wait_once(file):
    selector = selectors.DefaultSelector()  # expect: SL101 warning
    selector.register(file, selectors.EVENT_READ)
    return selector.select(1.0)


def wait_once_well(file):
    with selectors.DefaultSelector() as selector:
        selector.register(file, selectors.EVENT_READ)
        return selector.select(1.0)
