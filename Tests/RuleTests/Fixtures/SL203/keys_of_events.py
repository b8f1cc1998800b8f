"""Rows with a provider's id: the declaration of their table says if one can stand there twice."""

import os

import stripe
from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import DeclarativeBase, Session


class Base(DeclarativeBase):
    pass


class Access(Base):
    __tablename__ = "accesses"

    id = Column(Integer, primary_key=True)
    user = Column(String(40))
    subscription_id = Column(String(80))


class Receipt(Base):
    __tablename__ = "receipts"

    id = Column(Integer, primary_key=True)
    user = Column(String(40))
    invoice_id = Column(String(80), unique=True)


def on_delivery(request, session: Session):
    event = stripe.Webhook.construct_event(
        request.body, request.headers["Stripe-Signature"], os.environ["SECRET"]
    )
    invoice = event["data"]["object"]
    if event["type"] == "invoice.paid":
        access = Access(user=invoice["customer"], subscription_id=invoice["subscription"])
        session.add(access)  # expect: SL203 "inserts a row of `Access`"
        session.commit()
    elif event["type"] == "invoice.finalized":
        session.add(Receipt(user=invoice["customer"], invoice_id=invoice["id"]))
        session.commit()
