"""A key that is another one at each attempt."""

import hashlib
import secrets
import time
import uuid
from datetime import datetime

import stripe


def random_key(order):
    return stripe.Charge.create(  # expect: SL202 "from `uuid.uuid4`"
        amount=order.total, idempotency_key=str(uuid.uuid4())
    )


def as_hex(order):
    key = uuid.uuid4().hex  # step: made
    return stripe.Charge.create(amount=order.total, idempotency_key=key)  # expect: SL202


def clock(order):
    key = "charge-{}-{}".format(order.id, time.time())
    return stripe.Charge.create(amount=order.total, idempotency_key=key)  # expect: SL202


def hashed(order):
    text = f"{order.id}:{secrets.token_hex(8)}"
    key = hashlib.sha256(text.encode()).hexdigest()
    return stripe.Charge.create(amount=order.total, idempotency_key=key)  # expect: SL202


def hash_of_the_order(order):
    text = f"{order.id}:{order.total}"
    key = hashlib.sha256(text.encode()).hexdigest()
    return stripe.Charge.create(amount=order.total, idempotency_key=key)


def day(order):
    key = f"charge-{order.id}-{datetime.now().strftime('%Y-%m-%d')}"
    return stripe.Charge.create(amount=order.total, idempotency_key=key)


def saved_with_the_order(order):
    order.payment_key = uuid.uuid4().hex
    order.save()
    return stripe.Charge.create(amount=order.total, idempotency_key=order.payment_key)


def never_saved(order):
    order.payment_key = uuid.uuid4().hex
    return stripe.Charge.create(amount=order.total, idempotency_key=order.payment_key)  # expect: SL202


def read_back(session, order):
    attempt = session.get(order.id)
    return stripe.Charge.create(amount=order.total, idempotency_key=attempt.key)


class Renewals:
    def __init__(self, log):
        self.log = log

    def charge(self, order, key):
        return stripe.Charge.create(amount=order.total, idempotency_key=f"renewal-{key}")

    def renew(self, order):
        return self.charge(order, uuid.uuid4())  # expect: SL202 "`self.charge`, which calls"

    def renew_well(self, order):
        return self.charge(order, order.id)
