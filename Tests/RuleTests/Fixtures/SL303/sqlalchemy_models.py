from sqlalchemy import Column, ForeignKey, Index, Integer, String, UniqueConstraint, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Session


class Base(DeclarativeBase):
    pass


class Tag(Base):
    __tablename__ = "tags"
    __table_args__ = (UniqueConstraint("project_id", "label"), {"schema": "shop"})

    id = Column(Integer, primary_key=True)
    project_id = Column(Integer, ForeignKey("projects.id"))
    label = Column(String(40))


class Link(Base):
    __tablename__ = "links"

    left_id = Column(Integer, primary_key=True)
    right_id = Column(Integer, primary_key=True)


class Alias(Base):
    __tablename__ = "aliases"

    id = Column(Integer, primary_key=True)
    name = Column(String(40))

    __table_args__ = (Index("ix_aliases_name", name, unique=True),)


class Word(Base):
    __tablename__ = "words"
    __table_args__ = (Index("ix_words_text", "text"),)

    id = Column(Integer, primary_key=True)
    text = Column(String(40))


def tag_for(session: Session, project: int, label: str) -> Tag:
    tag = session.query(Tag).filter(Tag.project_id == project, Tag.label == label).first()
    if tag is None:
        tag = Tag(project_id=project, label=label)
        session.add(tag)  # expect: SL303 "unique by project_id, label"
        session.commit()
    return tag


def link(session: Session, left: int, right: int) -> Link:
    found = session.query(Link).filter_by(left_id=left, right_id=right).one_or_none()
    if found:
        return found
    found = Link(left_id=left, right_id=right)
    session.add(found)  # expect: SL303
    session.flush()
    return found


def alias_for(session: Session, name: str) -> Alias:
    found = session.scalars(select(Alias).where(Alias.name == name)).first()
    if found is None:
        found = Alias(name=name)
        session.add(found)  # expect: SL303
        session.commit()
    return found


def word_for(session: Session, text: str) -> Word:
    found = session.scalars(select(Word).where(Word.text == text)).first()
    if found is None:
        found = Word(text=text)
        session.add(found)  # expect: SL301
        session.commit()
    return found


def safe_alias_for(session: Session, name: str) -> Alias:
    found = session.scalars(select(Alias).where(Alias.name == name)).first()
    if found is None:
        found = Alias(name=name)
        session.add(found)
        try:
            session.commit()
        except IntegrityError:
            session.rollback()
            found = session.scalars(select(Alias).where(Alias.name == name)).one()
    return found
