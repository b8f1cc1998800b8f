"""A query is sent when somebody goes through it."""

from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import Session, declarative_base

Base = declarative_base()


class Tag(Base):
    __tablename__ = "tags"

    id = Column(Integer, primary_key=True)
    project = Column(Integer)
    name = Column(String)


def add(session: Session, project: int, name: str):
    names = [tag.name for tag in session.query(Tag).filter(Tag.project == project)]
    if name not in names:
        session.add(Tag(project=project, name=name))  # expect: SL301
        session.commit()


def add_first(session: Session, project: int, name: str):
    found = next((t for t in session.query(Tag).filter_by(project=project) if t.name == name), None)
    if not found:
        session.add(Tag(project=project, name=name))  # expect: SL301
        session.commit()


# Correct: the names are shown, and decide nothing.
def show(session: Session, project: int, name: str):
    for tag in session.query(Tag).filter(Tag.project == project):
        print(tag.name)
    session.add(Tag(project=project, name=name))
    session.commit()
