import tarfile


class VolumeManager:
    """Opens what it is asked for, and closes all of it at its end."""

    def __init__(self, root):
        self.root = root
        self.parts = {}

    def part(self, name):
        if name not in self.parts:
            self.parts[name] = tarfile.open(self.root / name, "a")
        return self.parts[name]

    def close(self):
        for part in self.parts.values():
            part.close()


def pack(root, items):
    volumes = VolumeManager(root)  # expect: SL103
    for item in items:
        volumes.part(item.name).add(item.path)
    volumes.close()


def pack_safely(root, items):
    volumes = VolumeManager(root)
    try:
        for item in items:
            volumes.part(item.name).add(item.path)
    finally:
        volumes.close()
