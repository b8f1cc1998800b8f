"""What makes the call run again is part of the story."""

import stripe
from celery import Celery, shared_task
from tenacity import retry, stop_after_attempt

app = Celery("shop")


@retry(stop=stop_after_attempt(3))  # step: related
def charge_until_it_works(order):
    return stripe.Charge.create(amount=order.total)  # expect: SL201


@app.task(bind=True, autoretry_for=(Exception,))
def charge_in_a_job(self, order):
    return stripe.Charge.create(amount=order.total)  # expect: SL201


@shared_task
def charge_in_another(order):
    return stripe.Charge.create(amount=order.total)  # expect: SL201


def loop(order):
    for attempt in range(3):
        try:
            return stripe.Charge.create(amount=order.total)  # expect: SL201 step: related
        except stripe.error.APIConnectionError:
            continue


def one_key_for_all_attempts(order):
    import uuid

    key = str(uuid.uuid4())
    while True:
        try:
            return stripe.Charge.create(amount=order.total, idempotency_key=key)  # expect: SL202
        except stripe.error.APIConnectionError:
            continue
