from sqlalchemy import create_engine, text
from sqlalchemy.orm import sessionmaker

make_session = sessionmaker(bind=create_engine("postgresql://"))


def sessions():
    session = make_session()
    try:
        yield session
    finally:
        session.close()


def wrong(name):
    session = next(sessions())  # expect: SL103
    try:
        session.execute(text("SELECT 1"), {"name": name})
    finally:
        session.commit()
        session.close()


def right(name):
    session = next(sessions())
    try:
        session.execute(text("SELECT 1"), {"name": name})
        session.commit()
    finally:
        session.close()


class Line:
    """What old coroutines delegate to is waited for, and not given away."""

    def __init__(self, port):
        self.port = port

    def request(self, text):
        answer = yield from self.port.ask(text)
        return answer

    def close(self):
        self.port.close()

    def detach(self):
        self.port = None


class LineSession(Line):
    pass


def asked(port, text, keep):
    session = LineSession(port)  # expect: SL103
    answer = yield from session.request(text)
    if keep:
        session.detach()
    else:
        session.close()
    return answer
