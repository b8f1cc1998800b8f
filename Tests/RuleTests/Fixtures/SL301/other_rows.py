"""What is made is not what was asked for."""

import secrets

from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Run(Base):
    __tablename__ = "runs"

    id: Mapped[int] = mapped_column(primary_key=True)
    device: Mapped[int]
    state: Mapped[str]


class Key(Base):
    __tablename__ = "keys"

    id: Mapped[int] = mapped_column(primary_key=True)
    owner: Mapped[int]
    code: Mapped[str]


# Correct: it was looked for by its number, and the new one gets a number of its own.
def resume(session: Session, run_id: int, device: int):
    run = session.scalar(select(Run).where(Run.id == run_id))
    if not run:
        run = Run(device=device, state="new")
        session.add(run)
        session.commit()
    return run


# Correct: runs of one state are asked for, and one of another state is made.
def queue(session: Session, device: int):
    running = session.scalar(select(Run).where(Run.device == device, Run.state == "running"))
    if running:
        raise ValueError("wait")
    session.add(Run(device=device, state="queued"))
    session.commit()


def start(session: Session, device: int):
    running = session.scalar(select(Run).where(Run.device == device, Run.state == "running"))
    if running:
        raise ValueError("wait")
    session.add(Run(device=device, state="running"))  # expect: SL301
    session.commit()


# Correct: nobody else draws the same code.
def draw(session: Session, owner: int):
    code = secrets.token_urlsafe(30)
    while session.scalar(select(Key).where(Key.code == code)):
        code = secrets.token_urlsafe(30)
    session.add(Key(owner=owner, code=code))
    session.commit()


def choose(session: Session, owner: int, code: str):
    if session.scalar(select(Key).where(Key.code == code)):
        raise ValueError("taken")
    session.add(Key(owner=owner, code=code))  # expect: SL301
    session.commit()
