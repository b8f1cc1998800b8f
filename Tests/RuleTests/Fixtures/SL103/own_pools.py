# A pool of the program's own is told by what its methods do, whatever they are called.

import socket


class Pool:
    def __init__(self, n):
        self._idle = []
        self._jobs = []

    def pull(self, key=None):
        if self._idle:
            return self._idle.pop()
        return socket.create_connection(self.address)

    def push(self, client):
        self._idle.append(client)

    def next(self):
        if self._jobs:
            return self._jobs.pop(0)
        return None

    def requeue(self, job):
        self._jobs.append(job)


pool = Pool(3)


def ask(sql):
    client = pool.pull()  # expect: SL103
    rows = client.execute(sql)
    pool.push(client)
    return rows


def ask_well(sql):
    client = pool.pull()
    try:
        return client.execute(sql)
    finally:
        pool.push(client)


def early(sql):
    client = pool.pull()  # expect: SL102
    if not sql:
        return None
    try:
        return client.execute(sql)
    finally:
        pool.push(client)


def work():
    job = pool.next()
    try:
        job.run()
    except TimeoutError:
        pool.requeue(job)
        raise
