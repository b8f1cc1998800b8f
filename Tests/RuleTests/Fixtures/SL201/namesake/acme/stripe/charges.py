"""The package is called like the library; what it imports is the library all the same."""

import stripe

from . import hooks


def charge(customer, amount, receipt=None):
    params = dict(amount=amount, customer=customer.stripe_id)
    if receipt:
        params["receipt_email"] = receipt
    hooks.charged(customer)
    return stripe.Charge.create(**params)  # expect: SL201
