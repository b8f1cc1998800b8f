# Calls that never come back send the loser away as a `raise` does.
from flask import Blueprint, abort, request
from shop import db
from shop.models import Coupon

pages = Blueprint("pages", __name__)


@pages.post("/coupons")
def create():
    code = request.json["code"]
    if Coupon.query.filter_by(code=code).first() is not None:
        abort(409)
    db.session.add(Coupon(code=code))  # expect: SL301
    db.session.commit()
    return {}


def refuse(reason):
    raise ValueError(f"refused: {reason}")


def create_named(code):
    if Coupon.query.filter_by(code=code).first():
        refuse("there is one")
    db.session.add(Coupon(code=code))  # expect: SL301
    db.session.commit()


# A parent that must be there.
def renew(code, season):
    if Coupon.query.filter_by(code=code).first() is None:
        abort(404)
    db.session.add(Coupon(code=f"{code}-{season}"))
    db.session.commit()


def warn(reason):
    print(reason)


# Who finds one is warned, and goes on.
def create_anyway(code):
    if Coupon.query.filter_by(code=code).first():
        warn("there is one")
    db.session.add(Coupon(code=code))
    db.session.commit()
