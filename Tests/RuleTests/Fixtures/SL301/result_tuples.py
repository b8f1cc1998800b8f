from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Badge(Base):
    __tablename__ = "badges"
    id: Mapped[int] = mapped_column(primary_key=True)
    owner: Mapped[str]


def may_get(session: Session, owner: str):
    badge = session.query(Badge).filter(Badge.owner == owner).first()
    if badge:
        return False, "has one"
    return True, ""


def may_get_words(session: Session, owner: str):
    if session.query(Badge).filter(Badge.owner == owner).first():
        return {"allowed": False, "reason": "has one"}
    return {"allowed": True}


def give(session: Session, owner: str) -> None:
    allowed, reason = may_get(session, owner)
    if not allowed:
        raise ValueError(reason)
    session.add(Badge(owner=owner))  # expect: SL301
    session.commit()


def give_by_words(session: Session, owner: str) -> None:
    answer = may_get_words(session, owner)
    if not answer["allowed"]:
        raise ValueError(answer["reason"])
    session.add(Badge(owner=owner))  # expect: SL301
    session.commit()


# Who has one gets another.
def give_more(session: Session, owner: str) -> None:
    allowed, _ = may_get(session, owner)
    if not allowed:
        session.add(Badge(owner=owner))
        session.commit()
