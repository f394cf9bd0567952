"""The tutorial's function of integers, a line in and a line out: 1 for a prime, 0 for others."""
import math
import sys

for line in sys.stdin:
    n = int(line)
    prime = n > 1 and all(n % divisor for divisor in range(2, math.isqrt(n) + 1))
    print(int(prime))
