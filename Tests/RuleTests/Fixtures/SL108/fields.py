"""A field of the object gets another value while nobody has closed the first."""
import socket


class Link:
    def dial(self, addresses):
        for address in addresses:
            self.sock = socket.socket()  # expect: SL108
            self.sock.settimeout(3)
            try:
                self.sock.connect(address)
            except socket.error:
                continue
            break
        else:
            raise ConnectionError("nobody answers")

    def dial_politely(self, addresses):
        for address in addresses:
            self.sock = socket.socket()
            try:
                self.sock.connect(address)
            except socket.error:
                self.sock.close()
                continue
            break

    def reset(self, address):
        self.sock = socket.create_connection(address)
        self.hang_up()
        self.sock = None

    def hang_up(self):
        self.sock.close()


class Server:
    def __init__(self, address):
        try:
            self.sock = socket.socket(socket.AF_INET6)  # expect: SL108
            self.sock.bind(address)
        except OSError:
            self.sock = None
        if self.sock is None:
            self.sock = socket.socket()
            self.sock.bind(address)

    def hand_over(self, worker, address):
        self.sock = socket.create_connection(address)
        worker.adopt(self.sock)
        self.sock = None

    def stop(self):
        self.sock.close()
