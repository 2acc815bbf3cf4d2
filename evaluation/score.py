"""Score the readings against the gold beside the checkout (../shared/eval), where it is there.

Prints what the scorer there prints for the feed items and for the full articles, then the scores of times and amounts.
Exit code 0 also where there is no gold: the gold is not part of this project.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
GOLD = HERE.parent.parent / "shared" / "eval"
SETS = (
    ("feed items", "dev_feed.jsonl", "dev_gold.jsonl"),
    ("full articles", "dev_articles.jsonl", "dev_articles_gold.jsonl"),
)


def main() -> int:
    """Run every score there is gold for; arguments are passed on to the scorer (`--errors 20`)."""
    if not (GOLD / "score.py").exists():
        print(f"no gold at {GOLD}: nothing to score")
        return 0
    failed = False
    for name, items, gold in SETS:
        if (GOLD / items).exists() and (GOLD / gold).exists():
            print(f"\n== {name} ({items})", flush=True)
            failed |= not _score(GOLD / items, GOLD / gold)
    times = HERE / "times.py"
    if times.exists() and (GOLD / "times").exists():
        print("\n== times and amounts", flush=True)
        failed |= subprocess.run([sys.executable, str(times), str(GOLD / "times")], check=False).returncode != 0
    return int(failed)


def _score(items: Path, gold: Path) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        readings = Path(folder) / "readings.jsonl"
        with readings.open("wb") as out:
            reader = [sys.executable, "-m", "readout", "read", "--json", str(items)]
            read = subprocess.run(reader, stdout=out, check=False)
        scorer = [sys.executable, str(GOLD / "score.py"), str(readings), str(gold), *sys.argv[1:]]
        scored = subprocess.run(scorer, check=False)
    return read.returncode == 0 and scored.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
