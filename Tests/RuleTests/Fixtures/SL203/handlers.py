"""Events that come twice, with Django's models and with SQL."""

import hashlib
import hmac
import os

import stripe
from django.db import IntegrityError, models, transaction
from django.db.models import F


class Account(models.Model):
    owner = models.CharField(max_length=64)
    balance = models.IntegerField(default=0)


class Purchase(models.Model):
    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    amount = models.IntegerField()


class ProcessedEvent(models.Model):
    event = models.CharField(max_length=64, unique=True)


def on_delivery(request):
    event = stripe.Webhook.construct_event(
        request.body, request.headers["Stripe-Signature"], os.environ["SECRET"]
    )
    if event["type"] == "checkout.session.completed":
        on_checkout(event["data"]["object"])
    elif event["type"] == "invoice.paid":
        on_invoice(event)
    elif event["type"] == "charge.refunded":
        on_refund(event["data"]["object"])


def on_checkout(session):
    account = Account.objects.get(owner=session["customer"])
    Purchase.objects.create(account=account, amount=session["amount_total"])  # expect: SL203
    Account.objects.filter(pk=account.pk).update(  # expect: SL203 "adds to `balance`"
        balance=F("balance") + session["amount_total"]
    )


def on_invoice(event):
    invoice = event["data"]["object"]
    try:
        with transaction.atomic():
            ProcessedEvent.objects.create(event=event["id"])
            Account.objects.filter(owner=invoice["customer"]).update(
                balance=F("balance") + invoice["amount_paid"]
            )
    except IntegrityError:
        return


def on_refund(charge):
    account = Account.objects.get(owner=charge["customer"])
    account.balance -= charge["amount_refunded"]  # expect: SL203
    account.save()


def on_signed_delivery(request):
    digest = hmac.new(os.environ["SECRET"].encode(), request.body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(digest, request.headers["X-Razorpay-Signature"]):
        raise PermissionError
    entity = request.json["payload"]["payment"]["entity"]
    account = Account.objects.get(owner=entity["customer_id"])
    account.balance += entity["amount"]  # expect: SL203
    account.save()


def on_signed_delivery_once(request):
    digest = hmac.new(os.environ["SECRET"].encode(), request.body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(digest, request.headers["X-Razorpay-Signature"]):
        raise PermissionError
    entity = request.json["payload"]["payment"]["entity"]
    _, is_new = ProcessedEvent.objects.get_or_create(event=entity["id"])
    if not is_new:
        return
    account = Account.objects.get(owner=entity["customer_id"])
    account.balance += entity["amount"]
    account.save()
