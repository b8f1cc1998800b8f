"""One value is looked for in several columns, and fills in the unique one."""

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Topic(Base):
    __tablename__ = "topics"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]


def topic(session: Session, text: str) -> Topic:
    named = or_(Topic.slug == text, and_(Topic.slug.is_(None), Topic.title == text))
    found = session.scalars(select(Topic).where(named)).first()
    if found is None:
        found = Topic(slug=text, title=text)
        session.add(found)  # expect: SL303
        session.commit()
    return found
