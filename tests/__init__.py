"""Tests: unit, properties, store, ledger, workbook, pages and browser."""
