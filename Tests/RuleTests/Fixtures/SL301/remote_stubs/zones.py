from .errors import NotFound
from .rpc import ZoneAPI


def find(context, name):
    zone_api = ZoneAPI.current()
    return zone_api.find_zone(context, name)


def ensure(context, name):
    zone_api = ZoneAPI.current()
    try:
        zone = find(context, name)
    except NotFound:
        zone = zone_api.create_zone(context, name)  # expect: SL301 "`zone`"
    return zone


def ensure_pool(context, name):
    zone_api = ZoneAPI.current()
    pool = zone_api.find_pool(context, name)
    if not pool:
        pool = zone_api.create_pool(context, name)
    return pool
