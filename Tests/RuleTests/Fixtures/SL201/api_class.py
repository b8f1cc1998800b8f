"""The SDK's class is an attribute of the project's own."""

import stripe
from django.db import models


class Model:
    stripe_class = None

    @classmethod
    def _api_create(cls, api_key=None, **kwargs):
        return cls.stripe_class.create(api_key=api_key, **kwargs)


class Customer(Model):
    stripe_class = stripe.Customer

    def charge(self, amount):
        return Charge._api_create(amount=amount, customer=self.id)  # expect: SL201 "Charge._api_create"

    def charge_with_key(self, amount, order):
        return Charge._api_create(
            amount=amount, customer=self.id, idempotency_key=f"charge-{order.id}"
        )

    @classmethod
    def register(cls, email):
        return cls._api_create(email=email)


class Charge(Model):
    stripe_class = stripe.Charge


class Gateway:
    def __init__(self, account, options=None):
        self.options = options or {}
        self.account = account

    def pay(self, order):
        return stripe.Charge.create(amount=order.total, **self.options)  # expect: SL201


class Shop(Gateway):
    def pay_in_parts(self, order, part):
        self.options["idempotency_key"] = f"charge-{order.id}-{part.id}"
        return stripe.Charge.create(amount=part.total, **self.options)


shop = Gateway("acct_1")


class Record(models.Model):
    stripe_class = None

    @classmethod
    def send(cls, **kwargs):
        return cls.stripe_class.create(**kwargs)


class Payback(Record):
    stripe_class = stripe.Refund


def pay_back(charge, part):
    return Payback.send(charge=charge.id, amount=int(part * 100))  # expect: SL201 "Payback.send"
