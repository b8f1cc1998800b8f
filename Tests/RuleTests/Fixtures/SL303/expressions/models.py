from sqlalchemy import Column, Computed, Integer, Text, func, orm
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Crate(Base):
    __tablename__ = "crates"

    id = Column(Integer, primary_key=True)
    title = Column(Text, nullable=False)
    note = Column(Text)
    plain = orm.column_property(func.plain_text(title))
    short = orm.column_property(func.short_text(note))
