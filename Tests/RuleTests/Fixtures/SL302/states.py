from fastapi import HTTPException
from sqlalchemy.orm import Session

from models import Seat, Token


def book(session: Session, seat_id: int) -> None:
    seat = session.query(Seat).filter(Seat.id == seat_id).first()
    if seat.status != "free":
        raise HTTPException(409)
    seat.status = "booked"  # expect: SL302 "what may be done once"
    session.commit()


def book_locked(session: Session, seat_id: int) -> None:
    seat = session.query(Seat).filter(Seat.id == seat_id).with_for_update().first()
    if seat.status != "free":
        raise HTTPException(409)
    seat.status = "booked"
    session.commit()


def sign_in(session: Session, text: str) -> int:
    token = session.query(Token).filter(Token.text == text).first()
    if token.used:
        raise HTTPException(403)
    token.used = True  # expect: SL302
    session.commit()
    return token.user_id


def hide(session: Session, seat_id: int) -> None:
    seat = session.query(Seat).filter(Seat.id == seat_id).first()
    if seat.hidden:
        return
    seat.hidden = True
    session.commit()


def touch(session: Session, text: str, now: int) -> None:
    token = session.query(Token).filter(Token.text == text).first()
    if token.last_used_at:
        return
    token.last_used_at = now
    session.commit()
