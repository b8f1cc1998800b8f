"""To shut down one direction of a socket is not to close it."""

import socket


def ask(host, text):
    sock = socket.create_connection((host, 783))
    try:
        sock.sendall(text)
        sock.shutdown(socket.SHUT_WR)
        return sock.recv(4096)
    finally:
        sock.close()


def ask_and_leave(host, text, wanted):
    sock = socket.create_connection((host, 783))  # expect: SL102
    sock.sendall(text)
    sock.shutdown(socket.SHUT_WR)
    if not wanted:
        return None
    sock.close()
    return text
