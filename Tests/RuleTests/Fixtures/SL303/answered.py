from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

app = FastAPI()


class Base(DeclarativeBase):
    pass


class Booth(Base):
    __tablename__ = "booths"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)


@app.exception_handler(IntegrityError)
async def conflict(request: Request, error: IntegrityError) -> JSONResponse:
    return JSONResponse(status_code=409, content={"detail": "taken"})


# The loser hears what the check says, in other words; who wanted the row does not get it.
def rent(session: Session, number: str) -> None:
    if session.query(Booth).filter_by(number=number).first():
        raise HTTPException(409)
    session.add(Booth(number=number))
    session.commit()


def booth(session: Session, number: str) -> Booth:
    known = session.query(Booth).filter_by(number=number).first()
    if known is None:
        known = Booth(number=number)
        session.add(known)  # expect: SL303
        session.commit()
    return known
