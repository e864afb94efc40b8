"""`python -m cxworkshop`: the same functions without the screen."""

import sys

from cxworkshop.cli import main

sys.exit(main())
