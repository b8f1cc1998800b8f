# Numbers that callers give, or that are made up where they give none.
import uuid

from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()


class Note(db.Model):
    id = db.Column(db.Uuid, primary_key=True, default=uuid.uuid4)
    shop_id = db.Column(db.Uuid)


def note_by_id(note_id):
    return Note.query.filter_by(id=note_id).first()


def keep(shop_id, note_id=None):
    if not note_id:
        note_id = uuid.uuid4()
    db.session.add(Note(id=note_id, shop_id=shop_id))
    db.session.commit()


def send(shop_id, data):
    if note_by_id(data["id"]):
        return data["id"]
    keep(shop_id, note_id=data["id"])  # expect: SL303
    return data["id"]


def keep_new(shop_id, note_id):
    note_id = uuid.uuid4()
    db.session.add(Note(id=note_id, shop_id=shop_id))
    db.session.commit()


def send_new(shop_id, data):
    if Note.query.filter_by(shop_id=shop_id).first():
        return
    keep_new(shop_id, data["id"])  # expect: SL301
