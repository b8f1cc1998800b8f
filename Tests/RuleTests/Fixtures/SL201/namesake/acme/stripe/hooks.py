def charged(customer):
    customer.touch()
