# What a `with` block's scope begins for the body, and ends by the opposite verb after it.

from contextlib import contextmanager, asynccontextmanager


class Image:
    @contextmanager
    def opened(self):
        self.file.open("rb")  # expect: SL103
        yield self.file
        self.file.close()

    @contextmanager
    def opened_well(self):
        self.file.open("rb")
        try:
            yield self.file
        finally:
            self.file.close()

    @contextmanager
    def attached(self):
        self.device.attach()  # expect: SL103
        yield
        self.device.detach()


@contextmanager
def connected(client):
    client.connect()  # expect: SL103
    yield client
    client.disconnect()


@asynccontextmanager
async def started(server):
    await server.start()  # expect: SL103
    yield server
    await server.stop()


@contextmanager
def indented(printer):
    printer.indent()
    yield
    printer.dedent()


@contextmanager
def opened_of(image):
    file = image.file
    file.open("rb")  # expect: SL103
    yield file
    file.close()
