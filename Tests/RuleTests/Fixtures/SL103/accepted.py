"""What a listening socket has accepted goes on when that is closed."""

import socket


def serve(address, answer):
    listener = socket.create_server(address)
    try:
        while True:
            client, _ = listener.accept()  # expect: SL103
            answer(client.recv(1024))
            client.close()
    finally:
        listener.close()


def serve_well(address, answer):
    listener = socket.create_server(address)
    try:
        while True:
            client, _ = listener.accept()
            with client:
                answer(client.recv(1024))
    finally:
        listener.close()
