import io
import socket
import tarfile

import pymysql


class Probe:
    def __init__(self, address):
        self.address = address
        self.socket = None

    # A text's own methods raise nothing where they are given constants.
    def connect(self):
        sock = socket.socket(socket.AF_UNIX)
        path = self.address.replace("unix:/", "")
        name = ", ".join(part for part in path.split("/")).strip().lower()
        self.socket = sock
        return name

    def connect_to(self, places):
        sock = socket.socket(socket.AF_UNIX)  # expect: SL103
        self.address.replace(places["from"], places["to"])
        self.socket = sock


def pack(text):
    connection = pymysql.connect(host="store")
    info = tarfile.TarInfo("notes")
    body = io.StringIO()
    connection.close()
    return info, body


def count(text):
    connection = pymysql.connect(host="store")  # expect: SL103
    number = int(text)
    connection.close()
    return number
