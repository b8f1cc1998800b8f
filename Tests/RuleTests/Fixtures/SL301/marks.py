"""A mark in a cache or in Redis that is to keep a second one out."""

import redis
from django.core.cache import cache

store = redis.Redis()


def locked_once(name):
    lock_key = f"lock-{name}"
    if cache.get(lock_key):
        raise RuntimeError("somebody else does it")
    cache.set(lock_key, True, 60)  # expect: SL301 warning "both come to `cache.set`"


def sent_once(user):
    key = f"sent:{user}"
    if store.get(key):
        return False
    store.set(key, "1", ex=60)  # expect: SL301 warning
    return send(user)


def added(name):
    lock_key = f"lock-{name}"
    if not cache.add(lock_key, True, 60):
        raise RuntimeError("somebody else does it")


def set_in_one_step(user):
    key = f"sent:{user}"
    if store.get(key):
        return False
    if not store.set(key, "1", nx=True, ex=60):
        return False
    return send(user)


def kept(name):
    key = f"rate-{name}"
    rate = cache.get(key)
    if rate is None:
        rate = ask(name)
        cache.set(key, rate, 60)
    return rate


def is_new(name):
    key = f"seen-{name}"
    if not cache.get(key):
        cache.set(key, True)
    return name
