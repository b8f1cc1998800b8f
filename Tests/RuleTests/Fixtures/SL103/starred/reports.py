# What `from m import *` brings in is what it is there.
from socket import *
from threading import *
from storage import *

guard = Lock()


def serve(address):
    gate = socket(AF_INET, SOCK_STREAM)  # expect: SL103
    gate.bind(address)
    gate.close()


def step(job):
    guard.acquire()  # expect: SL103
    job.run()
    guard.release()


def rows(path):
    connection = open_store()  # expect: SL103
    found = connection.cursor().execute("SELECT 1")
    connection.close()
    # Names that nobody brings in are there anyway.
    with open(path) as file:
        print(len(file.read()))
    return found


def rows_well():
    connection = open_store()
    try:
        return connection.cursor().execute("SELECT 1")
    finally:
        connection.close()
