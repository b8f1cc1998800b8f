# `open()` says whether it opened a connection: there is nothing to close where it says no.
from django.core.mail import get_connection


def probe(backend):
    connection = get_connection(backend)
    fresh = connection.open()
    if fresh:
        connection.close()


def probe_inline(backend):
    connection = get_connection(backend)
    if connection.open():
        connection.close()
