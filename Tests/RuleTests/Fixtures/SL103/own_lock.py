from shared.locks import KeyLock, worker


def wrong(key, job):
    guard = KeyLock(key)
    try:
        if guard.acquire():  # expect: SL103
            job()
            guard.release()
    except Exception:
        print("the job failed")


def right(key, job):
    guard = KeyLock(key)
    if guard.acquire():
        try:
            job()
        finally:
            guard.release()


# What acquire gives is the resource here, not what it is called on.
def borrowed(keys, job):
    lease = keys.acquire()  # expect: SL103
    job(lease)
    keys.release(lease)


# Somebody else lets go.
def started(key, job):
    guard = KeyLock(key)
    guard.acquire()
    worker.start(job, on_end=guard.release)
