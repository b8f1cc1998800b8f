"""A lock that cannot be had again was given back before, and not twice."""

import threading

lock = threading.Lock()


def work_through(rows, log):
    for row in rows:
        try:
            lock.acquire()
            row.work()
        except ValueError as error:
            lock.release()
            log(error)
            continue
        except BaseException:
            lock.release()
            raise
        lock.release()


def release_again(row):
    lock.acquire()
    try:
        row.work()
    finally:
        lock.release()
    lock.release()  # expect: SL105
