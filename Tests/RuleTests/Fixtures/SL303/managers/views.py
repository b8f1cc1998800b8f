from .models import Cart, Tip


# The rows are those of the model, whatever keeps them.
def open_cart(user, label):
    cart = Cart.objects.filter(owner=user, label=label).first()
    if cart is None:
        cart = Cart.objects.create(owner=user, label=label)  # expect: SL303 "`Cart` is unique by owner, label"
    return cart


def say(text):
    if not Tip.objects.filter(text=text).exists():
        Tip.objects.create(text=text)  # expect: SL301 "`Tip`"


# Of two models with one manager each has its own rows.
def welcome(user):
    if not Cart.objects.filter(owner=user).exists():
        Tip.objects.create(text="first cart")
