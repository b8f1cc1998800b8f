# What a framework throws away when its listener fails, and handlers that take all that a socket raises.
import socket

from sqlalchemy import event


@event.listens_for("engine", "connect")
def prepare(connection, _):
    cursor = connection.cursor()  # expect: SL103
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def reach(addresses, ping):
    for address in addresses:
        peer = socket.create_connection(address)
        try:
            ping(peer)
        except OSError:
            peer.close()
            continue
        return peer


def reach_any(addresses, ping):
    for address in addresses:
        peer = socket.create_connection(address)  # expect: SL103
        try:
            ping(peer)
        except ValueError:
            peer.close()
            continue
        return peer
