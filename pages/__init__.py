"""The pages, one straight script each, in the order of the day."""
