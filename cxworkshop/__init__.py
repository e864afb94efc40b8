"""CX Workshop: a leadership team's day on the five customer leadership competencies."""
