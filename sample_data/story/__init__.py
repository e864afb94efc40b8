"""How the sample company's story is told: who buys, who leaves, what they say and what the leaders decide."""
