# Who has a job done by an executor does not end it.
from concurrent.futures import ThreadPoolExecutor


class Files:
    def __init__(self, path):
        self.source = open(path)
        self.crew = ThreadPoolExecutor(2)  # expect: SL101

    async def run(self, loop, job):
        return await loop.run_in_executor(self.crew, job)

    def close(self):
        self.source.close()


class Ended:
    def __init__(self, path):
        self.source = open(path)
        self.staff = ThreadPoolExecutor(2)

    async def run(self, loop, job):
        return await loop.run_in_executor(self.staff, job)

    def close(self):
        self.source.close()
        self.staff.shutdown()
