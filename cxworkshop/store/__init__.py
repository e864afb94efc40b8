"""Where workshops are kept: every change durable before it is shown, every change of one's own can be undone."""

from cxworkshop.store.log import Change
from cxworkshop.store.place import data_folder
from cxworkshop.store.problem import StoreProblem
from cxworkshop.store.shelf import Summary
from cxworkshop.store.store import Store, open_store

__all__ = ["Change", "Store", "StoreProblem", "Summary", "data_folder", "open_store"]
