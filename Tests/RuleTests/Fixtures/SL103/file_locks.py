import fcntl
import socket

import grpc

from shop_pb2_grpc import ShopStub


def wrong(file, work):
    fcntl.flock(file, fcntl.LOCK_EX)  # expect: SL103
    work(file)
    fcntl.flock(file, fcntl.LOCK_UN)


def right(file, work):
    fcntl.flock(file, fcntl.LOCK_EX)
    try:
        work(file)
    finally:
        fcntl.flock(file, fcntl.LOCK_UN)


def until_closed(path, work):
    with open(path) as file:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        work(file)
        fcntl.flock(file, fcntl.LOCK_UN)


def serve(server: socket.socket, answer):
    while True:
        peer, address = server.accept()  # expect: SL103
        answer(peer.recv(16), address)
        peer.close()


def handed_on(server: socket.socket, start):
    peer, address = server.accept()
    start(peer, address)


def stub_is_no_owner(target):
    channel = grpc.insecure_channel(target)  # expect: SL103
    total = ShopStub(channel).Total(1)
    channel.close()
    return total
