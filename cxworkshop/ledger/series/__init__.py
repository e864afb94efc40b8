"""Series of measured values: read from files, one for a chart or many for the measures of a workshop."""

from cxworkshop.ledger.series.many import FileSeries, Point, SeriesFile, read_many

__all__ = ["FileSeries", "Point", "SeriesFile", "read_many"]
