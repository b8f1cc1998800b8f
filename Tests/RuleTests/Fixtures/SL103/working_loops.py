# A worker goes on after what failed, and with what it had taken by then.
import threading

import asyncpg

guard = threading.Lock()
stopping = False


class Worker:
    def __init__(self, pool, jobs):
        self.pool = pool
        self.jobs = jobs
        self.running = True
        self.locks = {}

    def run(self):
        while self.running:
            guard.acquire()  # expect: SL103 "`self.jobs.step()` raises"
            self.jobs.step()
            guard.release()

    def run_on(self):
        while True:
            try:
                guard.acquire()  # expect: SL103 "`self.jobs.step()` raises"
                self.jobs.step()
                guard.release()
            except Exception as error:
                print(error)

    def run_well(self):
        while True:
            try:
                guard.acquire()
                try:
                    self.jobs.step()
                finally:
                    guard.release()
            except Exception as error:
                print(error)

    def run_each(self, names):
        for name in names:
            try:
                guard.acquire()  # expect: SL103 "`self.jobs.step(name)` raises"
                self.jobs.step(name)
                guard.release()
            except ValueError:
                print(name)

    async def poll(self, pool: asyncpg.Pool):
        while self.running:
            try:
                connection = await pool.acquire()  # expect: SL103 "is not released if `connection.execute("
                await connection.execute("SELECT step()")
                await pool.release(connection)
            except OSError as error:
                print(error)

    async def poll_well(self, pool: asyncpg.Pool):
        while self.running:
            connection = None
            try:
                connection = await pool.acquire()
                await connection.execute("SELECT step()")
            except OSError as error:
                print(error)
            finally:
                if connection is not None:
                    await pool.release(connection)

    def one_of(self, name):
        while self.waiting[name]:
            self.locks[name].acquire()  # expect: SL103 "`self.jobs.step(name)` raises"
            self.jobs.step(name)
            self.locks[name].release()

    def one_of_well(self, name):
        while self.waiting[name]:
            self.locks[name].acquire()
            try:
                self.jobs.step(name)
            finally:
                self.locks[name].release()


def serve(jobs):
    while not stopping:
        try:
            guard.acquire()  # expect: SL103 "`jobs.step()` raises"
            jobs.step()
            guard.release()
        except Exception as error:
            print(error)


def take_over(jobs, own):
    # What the caller says once holds before the loop and after it.
    if own:
        guard.acquire()
    try:
        while jobs.left:
            jobs.step()
    finally:
        if own:
            guard.release()
