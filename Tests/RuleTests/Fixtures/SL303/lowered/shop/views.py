from shop.models import Badge, Sticker


def badge_for(name, room):
    badge = Badge.objects.filter(name=name, room=room).first()
    if badge is None:
        badge = Badge(name=name, room=room)
        badge.save()  # expect: SL303
    return badge


def sticker_for(name):
    sticker = Sticker.objects.filter(name=name).first()
    if sticker is None:
        sticker = Sticker(name=name)
        sticker.save()  # expect: SL301
    return sticker
