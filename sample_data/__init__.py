"""The sample company: Tillbrook Home & Garden, its ledger, lists, comments, measures and finished workshop."""
