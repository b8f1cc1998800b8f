import time

import click
from fastapi import FastAPI
from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker

app = FastAPI()
make_session = sessionmaker()


class Base(DeclarativeBase):
    pass


class Role(Base):
    __tablename__ = "roles"

    id = Column(Integer, primary_key=True)
    name = Column(String(40))


@click.group()
def shop():
    """The shop's commands."""


@shop.command("roles")
@click.argument("names", nargs=-1)
def add_roles(names):
    with make_session() as session:
        for name in names:
            if session.query(Role).filter_by(name=name).first() is None:
                session.add(Role(name=name))  # expect: SL301 note
        session.commit()


# A command, and yet it works for as long as there is work.
@shop.command("worker")
def work():
    with make_session() as session:
        while True:
            if session.query(Role).filter_by(name="worker").first() is None:
                session.add(Role(name="worker"))  # expect: SL301 error
                session.commit()
            time.sleep(1)


def ensure_admin(session: Session):
    if session.query(Role).filter_by(name="admin").first() is None:
        session.add(Role(name="admin"))  # expect: SL301 note
        session.commit()


@app.on_event("startup")
def start():
    with make_session() as session:
        ensure_admin(session)


def role_called(session: Session, name: str):
    role = session.query(Role).filter_by(name=name).first()
    if role is None:
        role = Role(name=name)
        session.add(role)  # expect: SL301 error
        session.commit()
    return role


@app.on_event("startup")
def start_guest():
    with make_session() as session:
        role_called(session, "guest")


@app.post("/roles")
def post_role(name: str):
    with make_session() as session:
        return role_called(session, name).id


def backfill_roles(session: Session, names: list):
    for name in names:
        if session.query(Role).filter_by(name=name).first() is None:
            session.add(Role(name=name))  # expect: SL301 note
    session.commit()


def called_by_nobody_here(session: Session, name: str):
    if session.query(Role).filter_by(name=name).first() is None:
        session.add(Role(name=name))  # expect: SL301 error
        session.commit()
