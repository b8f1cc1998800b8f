# What is made of a constant text raises nothing, whoever the constant belongs to.
import mimetypes
import socket

PREFIX = "peer-{}"


class Prober:
    URL_PATTERN = "http://{}/"

    def address(self, host):
        probe = socket.socket()
        url = self.URL_PATTERN.format(host)
        name = PREFIX.format(host)
        kind, _ = mimetypes.guess_type(url)
        probe.close()
        return url, name, kind

    def answer(self, host):
        probe = socket.socket()  # expect: SL103
        probe.connect((host, 80))
        url = self.URL_PATTERN.format(host)
        probe.close()
        return url
