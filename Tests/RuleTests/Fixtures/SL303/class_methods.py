from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()


class ActiveRow(object):
    """What all models can do: each speaks of the class that it is called on."""

    @classmethod
    def query(cls):
        return db.session.query(cls)

    @classmethod
    def get_by(cls, **columns):
        return cls.query.filter_by(**columns).first()

    @classmethod
    def create(cls, **columns):
        row = cls(**columns)
        db.session.add(row)
        return row

    def copied(self, **columns):
        row = self.__class__(**columns)
        db.session.add(row)
        return row


class Sender(db.Model, ActiveRow):
    __table_args__ = (db.UniqueConstraint("box_id", "address", name="one_sender"),)
    box_id = db.Column(db.Integer)
    address = db.Column(db.String(512), nullable=False)


class Notice(db.Model, ActiveRow):
    box_id = db.Column(db.Integer)
    text = db.Column(db.String(512))


def sender_of(box, address):
    sender = Sender.get_by(box_id=box.id, address=address)
    if sender is None:
        sender = Sender.create(box_id=box.id, address=address)  # expect: SL303 unique by box_id, address
        db.session.commit()
    return sender


def copy_to(box, address):
    draft = Sender()
    if not Sender.get_by(box_id=box.id, address=address):
        draft.copied(box_id=box.id, address=address)  # expect: SL303 unique by box_id, address
        db.session.commit()


def tell_once(box, address):
    # A notice is no sender, whatever class has the methods.
    if Sender.get_by(box_id=box.id, address=address) is None:
        Notice.create(box_id=box.id, text="unknown")
        db.session.commit()
