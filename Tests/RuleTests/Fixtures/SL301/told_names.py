from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from .elsewhere import Guest, Desk, User, db, open_store


# Nobody knows what these are; what is asked of them says it.
def sign_up(email):
    if User.query.filter_by(email=email).first():
        return "taken"
    db.session.add(User(email=email))  # expect: SL301 "email"
    db.session.commit()


def check_in(name):
    if not Guest.objects.filter(name=name).exists():
        Guest.objects.create(name=name)  # expect: SL301 "name"


async def reserve(store, name):
    result = await store.execute(select(Desk).where(Desk.name == name))
    if result.scalars().first() is not None:
        raise ValueError("taken")
    store.add(Desk(name=name))  # expect: SL301
    await store.commit()


def order(key):
    store = open_store()
    known = store.execute("SELECT id FROM orders WHERE key = ?", (key,)).fetchone()
    if known is None:
        store.execute("INSERT INTO orders (key) VALUES (?)", (key,))  # expect: SL301 "key"


def tag(course, name):
    if course.tag_set.count() >= course.most:
        raise ValueError("enough")
    course.tag_set.create(name=name)  # expect: SL301


# What the handler expects, what needs the row, and what is no database.
def sign_up_once(email):
    if User.query.filter_by(email=email).first():
        return "taken"
    try:
        db.session.add(User(email=email))
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
        return "taken"


def move(name):
    if not Guest.objects.filter(name=name).exists():
        raise ValueError("nobody")
    Guest.objects.create(name=name, is_copy=True)


def remember(seen, key):
    if seen.get(key) is None:
        seen.add(key)


def order_once(key):
    store = open_store()
    store.execute("SELECT pg_advisory_xact_lock(%s)", (key,))
    known = store.execute("SELECT id FROM orders WHERE key = ?", (key,)).fetchone()
    if known is None:
        store.execute("INSERT INTO orders (key) VALUES (?)", (key,))
