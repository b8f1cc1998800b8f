"""What other functions of the program close is something that must be closed."""


class Service:
    def __init__(self, lockdown, name):
        self.channel = lockdown.start(name)

    def close(self):
        self.channel.close()

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


def browse(lockdown):
    with Service(lockdown, "browse") as service:
        return service.channel.ask("list")


def back_up(lockdown):
    service = Service(lockdown, "backup")  # expect: SL101
    return service.channel.ask("all")


def lend(lockdown):
    return Service(lockdown, "lent")


class Holder:
    def __init__(self, lockdown):
        self.service = Service(lockdown, "held")


class Marker:
    """Nothing ends with it."""

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.done = True


def marked():
    with Marker() as marker:
        return marker


def unmarked():
    marker = Marker()
    return marker.done
