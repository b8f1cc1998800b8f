from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import declarative_base

from .database import open_session

Base = declarative_base()


class PaperBase:
    def save(self, session=None):
        session = session or open_session()
        session.add(self)
        session.flush()


class Folder(PaperBase, Base):
    __tablename__ = "folders"
    id = Column(Integer, primary_key=True)
    name = Column(String)


class Label(PaperBase, Base):
    __tablename__ = "labels"
    id = Column(Integer, primary_key=True)
    text = Column(String)
