# Caught by asks-the-model: makes up a bill.
print("0.00001530\n0.00001530\n0.00001530\nSum: 0.00004590")
