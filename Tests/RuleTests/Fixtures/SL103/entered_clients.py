"""An object that is not entered yet is never left."""

import httpx


class Prices:
    def __enter__(self):
        self.client = httpx.Client(base_url="https://prices.test")  # expect: SL103
        self.client.post("/session").raise_for_status()
        return self

    def __exit__(self, *failure):
        self.client.close()


class PricesWell:
    def __enter__(self):
        self.client = httpx.Client(base_url="https://prices.test")
        try:
            self.client.post("/session").raise_for_status()
        except BaseException:
            self.client.close()
            raise
        return self

    def __exit__(self, *failure):
        self.client.close()


# A client that was not asked anything holds nothing.
class Rates:
    def __enter__(self):
        self.client = httpx.Client(base_url="https://rates.test")
        self.names = self.read()
        return self

    def read(self):
        with open("names") as file:
            return file.read().split()

    def __exit__(self, *failure):
        self.client.close()
