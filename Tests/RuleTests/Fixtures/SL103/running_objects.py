import threading

from watchdog.observers import Observer


class Sampler:
    """Reads a gauge in a thread of its own from `start` to `stop`."""

    def __init__(self, gauge):
        self.gauge = gauge
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.loop)

    def start(self):
        self.thread.start()

    def loop(self):
        while not self.over.wait(1):
            self.gauge.read()

    def stop(self):
        self.over.set()
        self.thread.join()


def calibrate(gauge, table):
    sampler = Sampler(gauge)  # expect: SL103
    sampler.start()
    table.fill(gauge)
    sampler.stop()


def calibrate_if_ready(gauge, table):
    sampler = Sampler(gauge)  # expect: SL102
    sampler.start()
    if not gauge.is_ready:
        return None
    sampler.stop()
    return table


# Others stop theirs.
def calibrate_and_forget(gauge, table):
    sampler = Sampler(gauge)  # expect: SL101
    sampler.start()
    return table.rows


def calibrate_safely(gauge, table):
    sampler = Sampler(gauge)
    sampler.start()
    try:
        table.fill(gauge)
    finally:
        sampler.stop()


class Bench:
    def __init__(self, gauge):
        sampler = Sampler(gauge)
        sampler.start()
        self.sampler = sampler

    def close(self):
        self.sampler.stop()


class Stopwatch:
    """Nothing runs in it."""

    def __init__(self):
        self.since = None

    def start(self):
        self.since = 0

    def stop(self):
        self.since = None


def measure(gauge):
    watch = Stopwatch()
    watch.start()
    gauge.read_all()
    watch.stop()


def wait_for_file(folder, handler):
    observer = Observer()
    observer.schedule(handler, folder)
    observer.start()  # expect: SL103
    handler.wait()
    observer.stop()
    observer.join()


def watch_for_ever(folder, handler):
    observer = Observer()
    observer.schedule(handler, folder)
    observer.start()
    observer.join()
