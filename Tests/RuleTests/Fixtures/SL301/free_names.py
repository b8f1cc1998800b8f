# A helper that asks for one name after the other, until one is free.
import secrets

from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Page(Base):
    __tablename__ = "pages"
    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str]


class Link(Base):
    __tablename__ = "links"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]


def free_slug(session: Session, title: str) -> str:
    slug = title.lower()
    number = 1
    while session.query(Page).filter_by(slug=slug).first():
        number += 1
        slug = f"{title.lower()}-{number}"
    return slug


def publish(session: Session, title: str) -> Page:
    slug = free_slug(session, title)
    page = Page(slug=slug)
    session.add(page)  # expect: SL301
    session.commit()
    return page


# What is asked is not what is made.
def publish_under(session: Session, title: str, number: int) -> None:
    hint = free_slug(session, title)
    print(hint)
    session.add(Page(slug=f"page-{number}"))
    session.commit()


# Nobody else asks for a random code.
def free_code(session: Session) -> str:
    code = secrets.token_urlsafe(12)
    while session.query(Link).filter_by(code=code).first():
        code = secrets.token_urlsafe(12)
    return code


def shorten(session: Session) -> Link:
    link = Link(code=free_code(session))
    session.add(link)
    session.commit()
    return link
