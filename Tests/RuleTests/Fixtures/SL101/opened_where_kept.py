# An object that others can find before it is opened is theirs to close.
import psycopg2


class Product:
    def __init__(self, address):
        self.address = address
        self.link = None

    def connect(self):
        self.link = psycopg2.connect(self.address)

    def close(self):
        self.link.close()


class Shelf:
    def __init__(self):
        self.products = {}
        self.spares = []

    def add(self, name, address):
        product = Product(address)
        self.products[name] = product
        product.connect()
        return name

    def spare(self, address):
        product = Product(address)
        self.spares.append(product)
        product.connect()

    def look(self, address):
        product = Product(address)  # expect: SL101
        product.connect()
        return product.link.status
