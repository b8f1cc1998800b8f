ADDRESS = "postgresql://localhost/shop"
