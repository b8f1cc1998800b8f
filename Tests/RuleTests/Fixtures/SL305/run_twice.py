"""A command runs beside itself: `main`, which an entry point of the package names."""

import os


class Store:
    def __init__(self, root: str) -> None:
        self.root = root
        if not os.path.exists(root):
            os.makedirs(root)  # expect: SL305 warning "nobody here expects"


class Shelf:
    def __init__(self, root: str) -> None:
        self.root = root
        os.makedirs(root, exist_ok=True)


def main() -> None:
    print(Store("/var/lib/store").root, Shelf("/var/lib/shelf").root)
