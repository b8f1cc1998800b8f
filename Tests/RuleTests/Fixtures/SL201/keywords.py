"""The key is a keyword of the module's calls, and an option of the client's."""

import stripe
from stripe import StripeClient

client = StripeClient("sk_test")


def without(order):
    return stripe.Charge.create(amount=order.total, currency="eur")  # expect: SL201 "Charge.create"


def with_key(order):
    return stripe.Charge.create(
        amount=order.total, currency="eur", idempotency_key=f"charge-{order.id}"
    )


def from_a_dict(order):
    params = {"amount": order.total, "currency": "eur"}
    params["idempotency_key"] = "charge-%s" % order.id
    return stripe.Charge.create(**params)


def from_a_dict_without(order):
    params = {"amount": order.total, "currency": "eur"}
    params["description"] = order.title
    return stripe.Charge.create(**params)  # expect: SL201


def made_by_dict(order, **extra):
    params = dict(amount=order.total, idempotency_key=f"charge-{order.id}")
    params.update(extra)
    return stripe.Charge.create(**params)


def updated(order):
    params = {"amount": order.total}
    params.update(idempotency_key=f"charge-{order.id}")
    return stripe.Charge.create(**params)


def joined(order):
    return stripe.Charge.create(**({"amount": 1} | {"idempotency_key": f"charge-{order.id}"}))


def in_metadata(order):
    return stripe.Charge.create(  # expect: SL201 "does not look for it in `idempotency_key`"
        amount=order.total, metadata={"idempotency_key": f"charge-{order.id}"}
    )


def none_at_all(order):
    return stripe.Charge.create(amount=order.total, idempotency_key=None)  # expect: SL201


def of_the_client(order):
    return client.charges.create(  # expect: SL201
        params={"amount": order.total, "currency": "eur"}
    )


def of_the_client_with_key(order):
    return client.charges.create(
        {"amount": order.total, "currency": "eur"},
        {"idempotency_key": f"charge-{order.id}"},
    )


def of_the_client_by_name(order):
    options = {"stripe_account": order.account}
    options["idempotency_key"] = f"charge-{order.id}"
    return client.charges.create(params={"amount": order.total}, options=options)


async def awaited(order):
    return await stripe.PaymentIntent.create_async(  # expect: SL201 "second charge"
        amount=order.total, confirm=True
    )


def from_outside(**params):
    return stripe.Charge.create(**params)


def whole_refund(charge):
    return stripe.Refund.create(charge=charge)


def part_of_it(charge, amount):
    return stripe.Refund.create(charge=charge, amount=amount)  # expect: SL201 "refund"
