import sqlite3


def every(path, jobs):
    connection = sqlite3.connect(path)  # expect: SL103
    for job in jobs:
        # The manager is entered again and again, under its own name; `with` does not close it.
        with connection as connection:
            connection.execute(job)
    connection.close()


def in_turn(path, jobs):
    first = sqlite3.connect(path)  # expect: SL103
    while jobs:
        # Each of the two comes of the other.
        with first as second:
            second.execute(jobs.pop())
        with second as first:
            first.execute(jobs.pop())
    first.close()


def closed(path, jobs):
    first = sqlite3.connect(path)
    try:
        while jobs:
            with first as second:
                second.execute(jobs.pop())
            with second as first:
                first.execute(jobs.pop())
    finally:
        first.close()
