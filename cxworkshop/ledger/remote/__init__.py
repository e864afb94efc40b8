"""Ledgers that stay where they live: the bridge computed on a database or a cluster by one portable SQL text."""

from cxworkshop.ledger.remote.address import connected, file_of, is_address
from cxworkshop.ledger.remote.bridge import bridge_at, bridge_on

__all__ = ["bridge_at", "bridge_on", "connected", "file_of", "is_address"]
