# What a function made a context manager ends after its yield, it must end whatever the body does.
import os
from contextlib import asynccontextmanager, contextmanager


@contextmanager
def drawing(surface):
    brush = surface.take_brush()  # expect: SL103
    yield brush
    brush.release()


@contextmanager
def drawing_safely(surface):
    brush = surface.take_brush()
    try:
        yield brush
    finally:
        brush.release()


@asynccontextmanager
async def tab(window):
    page = await window.next_page()  # expect: SL103
    yield page
    await page.close()


@contextmanager
def counted(gauge):
    value = gauge.value()
    yield value
    gauge.note(value)


@contextmanager
def only_one(folder):
    os.mkdir(folder)  # expect: SL103
    yield
    os.rmdir(folder)


@contextmanager
def surely_only_one(folder):
    os.mkdir(folder)
    try:
        yield
    finally:
        os.rmdir(folder)


class Turnstile:
    @contextmanager
    def turn(self, seconds):
        passed = self.acquire(timeout=seconds)  # expect: SL103
        yield passed
        if passed:
            self.release()

    @contextmanager
    def turn_safely(self, seconds):
        passed = self.acquire(timeout=seconds)
        try:
            yield passed
        finally:
            if passed:
                self.release()

    def acquire(self, timeout):
        return self._gate.wait(timeout)

    def release(self):
        self._gate.set()
