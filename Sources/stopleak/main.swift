print("stopleak")
