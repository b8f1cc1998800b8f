from datetime import datetime

from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()


class Device(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    address = db.Column(db.String)
    kind = db.Column(db.String)
    seen = db.Column(db.DateTime)

    # The object asks for a row like itself, so it is none yet.
    def remember(self):
        known = Device.query.filter(Device.address == self.address, Device.kind == self.kind).first()
        self.seen = datetime.now()
        if known is None:
            db.session.add(self)  # expect: SL301
        else:
            Device.query.filter(Device.id == known.id).update({"seen": self.seen})
        db.session.commit()

    def touch(self):
        self.seen = datetime.now()
        db.session.add(self)
        db.session.commit()


def register(device: Device):
    if Device.query.filter_by(address=device.address).first():
        raise ValueError("known")
    db.session.add(device)  # expect: SL301
    db.session.commit()


# What is asked for has nothing to do with what is saved.
def keep(device: Device, address: str):
    other = Device.query.filter_by(address=address).first()
    if other is None:
        device.seen = datetime.now()
    db.session.add(device)
    db.session.commit()
