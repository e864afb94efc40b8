"""How fast it is: `python -m benchmarks` prints every figure in one run."""
