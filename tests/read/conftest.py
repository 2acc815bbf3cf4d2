"""The tables of these tests are written and compared with `told.py`, which lies beside this file."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
