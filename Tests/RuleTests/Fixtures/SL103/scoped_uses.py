# Who is named in a `with` block is used there, and given to nobody.
import os
import shutil
import socket
import sqlite3
import tempfile
from contextlib import contextmanager


def export(rows, target):
    folder = tempfile.mkdtemp(prefix="rows")  # expect: SL103
    with open(os.path.join(folder, "rows.txt"), "w") as file:
        file.write(rows.text())
    rows.send(target)
    shutil.rmtree(folder)


@contextmanager
def unbuffered(connection):
    connection.isolation_level = None
    yield
    connection.isolation_level = ""


def compact(path):
    connection = sqlite3.connect(path)  # expect: SL103
    cursor = connection.cursor()
    with unbuffered(connection):
        cursor.execute("VACUUM")
    connection.close()


def certificate(context, address):
    left = socket.create_connection(address)
    try:
        # The wrapped socket ends the other one; to end it again is no use of it.
        with context.wrap_socket(left, server_side=False) as secured:
            secured.recv(4)
            return secured.getpeercert()
    finally:
        left.close()
