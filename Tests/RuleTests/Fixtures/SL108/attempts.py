# One address after the other: the socket of an attempt that failed is lost to the next.
import socket


def first(addresses):
    for address in addresses:
        try:
            peer = socket.socket()  # expect: SL108
            peer.connect(address)
            break
        except OSError as error:
            print(error)
    return wrap(peer)


def first_closing(addresses):
    for address in addresses:
        try:
            peer = socket.socket()
        except OSError:
            continue
        try:
            peer.connect(address)
            return peer
        except OSError as error:
            peer.close()
            print(error)


def wrap(peer):
    return [peer]
