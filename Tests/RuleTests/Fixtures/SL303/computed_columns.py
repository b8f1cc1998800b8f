# Columns of an index that are computed, and a list that is wrapped into its own name.
from sqlalchemy import Column, Integer, String, select
from sqlalchemy.orm import DeclarativeBase, Session


class Base(DeclarativeBase):
    pass


class Label(Base):
    __tablename__ = "labels"

    id = Column(Integer, primary_key=True)
    name = Column(String(40), unique=True)


def label_for(session: Session, name: str) -> Label:
    label = session.scalar(select(Label).where(Label.name == name))
    if label is None:
        label = Label(name=name)
        session.add(label)  # expect: SL303
        session.commit()
    return label


def index_renamed(table, columns, renamed):
    columns = [(renamed.get(column) or column) for column in columns]
    table.create_index(columns, unique=True)


def index_wrapped(table, columns):
    columns = [columns, []]
    for _ in range(2):
        columns = [columns]
    table.create_index(columns, unique=True)
