"""Payments by plain HTTP, with requests and httpx."""

import json

import httpx
import requests

API = "https://api.stripe.com/v1"
HEADERS = {"Authorization": "Bearer sk_test"}


def without(order):
    return requests.post(f"{API}/charges", data={"amount": order.total}, headers=HEADERS)  # expect: SL201


def without_headers(order):
    return requests.post("https://api.stripe.com/v1/charges", data={"amount": 1})  # expect: SL201


def with_key(order):
    headers = dict(HEADERS)
    headers["Idempotency-Key"] = f"charge-{order.id}"
    return requests.post(API + "/charges", data={"amount": order.total}, headers=headers)


def merged(order):
    return requests.post(
        "{}/charges".format(API), headers={**HEADERS, "Idempotency-Key": f"charge-{order.id}"}
    )


async def square(order, client: httpx.AsyncClient):
    body = {"amount_money": order.total, "source_id": order.card}
    return await client.post(  # expect: SL201 "`client.post`"
        "https://connect.squareup.com/v2/payments", json=body
    )


async def square_with_key(order, client: httpx.AsyncClient):
    body = {"amount_money": order.total, "idempotency_key": f"payment-{order.id}"}
    return await client.post("https://connect.squareup.com/v2/payments", json=body)


async def square_as_text(order, client: httpx.AsyncClient):
    body = {"amount_money": order.total, "idempotency_key": f"payment-{order.id}"}
    return await client.post("https://connect.squareup.com/v2/payments", data=json.dumps(body))


def by_method(order, method):
    requests.request("POST", f"{API}/refunds", headers=HEADERS)  # expect: SL201
    requests.request("GET", f"{API}/refunds", headers=HEADERS)
    return requests.request(method, f"{API}/balance", headers=HEADERS)
