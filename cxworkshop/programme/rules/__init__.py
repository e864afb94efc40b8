"""For each step: what its room still lacks, and what its picture says."""
