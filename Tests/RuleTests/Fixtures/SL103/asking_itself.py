"""Who asks the resource itself whether it is held, right before giving it back, does it right."""

import threading

import redis


def work(store: redis.Redis, name, run):
    lock = store.lock(name, timeout=60)
    if not lock.acquire(blocking=False):
        return None
    try:
        return run(name)
    finally:
        if lock.owned():
            lock.release()


def work_bad(store: redis.Redis, name, run, note):
    lock = store.lock(name, timeout=60)
    if not lock.acquire(blocking=False):  # expect: SL103
        return None
    result = run(name)
    note(name)
    if lock.owned():
        lock.release()
    return result


class Notifier:
    def __init__(self):
        self.lock = threading.Lock()
        self.watchers = []

    # A list that an object has is gone through without a fault.
    def wanted(self, subject):
        found = []
        self.lock.acquire()
        for watcher, wanted in self.watchers:
            if wanted == subject:
                found.append(watcher)
        self.lock.release()
        return found

    def stop(self):
        self.lock.acquire()  # expect: SL103
        for watcher, _ in self.watchers:
            watcher.tell("stop")
        self.lock.release()
