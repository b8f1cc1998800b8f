"""The module itself, made ready and kept in a place that nobody sees into."""

import stripe

from .settings import current


def get_stripe():
    if not hasattr(current, "stripe_module"):
        stripe.api_key = current.secret
        current.stripe_module = stripe
    return current.stripe_module
