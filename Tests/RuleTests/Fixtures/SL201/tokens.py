import stripe


# A token confirms once: the same request again is refused.
async def pay(amount: int, token: str, customer: str) -> str:
    intent = await stripe.PaymentIntent.create_async(
        amount=amount,
        currency="eur",
        confirm=True,
        confirmation_token=token,
        customer=customer,
    )
    return intent.id


async def pay_again(amount: int, method: str, customer: str) -> str:
    intent = await stripe.PaymentIntent.create_async(  # expect: SL201
        amount=amount,
        currency="eur",
        confirm=True,
        payment_method=method,
        customer=customer,
    )
    return intent.id
