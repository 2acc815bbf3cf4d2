"""The readings of the tests are built by hand with `newsroom.py`, which lies beside this file."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
