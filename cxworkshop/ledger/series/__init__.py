"""Series of measured values: read from files, one for a chart or many for the measures of a workshop."""
