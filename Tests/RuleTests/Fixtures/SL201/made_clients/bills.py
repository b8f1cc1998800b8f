from .clients import get_stripe


def bill(customer, total):
    stripe = get_stripe()
    stripe.InvoiceItem.create(customer=customer, amount=total)  # expect: SL201
    stripe.Invoice.create(customer=customer, auto_advance=True)  # expect: SL201


def bill_once(customer, total, order):
    stripe = get_stripe()
    stripe.InvoiceItem.create(
        customer=customer, amount=total, idempotency_key=f"line-{order.id}"
    )
    return stripe.Invoice.create(customer=customer, auto_advance=False)


def draw(canvas):
    shapes = canvas.shapes()
    return shapes.InvoiceItem.create(amount=1)
