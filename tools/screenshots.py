"""Pictures of every page for docs/screenshots, in two languages, wide and narrow, light and dark.

    python tools/screenshots.py [LEDGER]

Without a LEDGER it shows the samples. Needs the extra `dev` and Debian's Chromium.
Run it after a change of the pages, and look at what it made.
"""

import io
import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from readout.api import ContactQuery, Ledger, open_ledger, read_files, samples
from readout.model.records import Reading

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "screenshots"
CHROMIUM = os.environ.get("READOUT_CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update"]  # fmt: skip
SIZES = {"wide": (1200, 1350), "narrow": (390, 1500)}
LOOKS = [("vi", "wide", "light"), ("en", "wide", "light"), ("vi", "narrow", "light"), ("en", "narrow", "dark")]
PASTED = ("Ngày 4/2, Tổng thống Mỹ Donald Trump điện đàm với Chủ tịch Trung Quốc Tập Cận Bình. Ông Trump nói hai bên "
          "đã bàn về thương mại và Đài Loan.")  # fmt: skip
DARK = ("contact", "start", "pair")
"""Pages that are also shown dark and wide."""


def main() -> int:
    """Start a server and take all pictures."""
    with tempfile.TemporaryDirectory() as folder:
        place = sys.argv[1] if len(sys.argv) > 1 else str(Path(folder) / "samples.sqlite")
        with open_ledger(place) as book:
            if len(sys.argv) == 1:
                book.add_all(one for one in read_files([samples()]) if isinstance(one, Reading))
            paths = pages_of(book)
        server, root = started(place)
        try:
            with sync_playwright() as driver:
                browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
                take(browser, root, paths)
        finally:
            server.terminate()
    return 0


def pages_of(book: Ledger) -> dict[str, str]:
    """The page of each kind that has most to show."""
    calls = book.contacts(ContactQuery(countries=("US", "CN"), mode="phone-call", status="held"))
    call = max(calls, key=lambda one: _variety(book, one.id))
    thread = book.commitments()[0]
    article = max(book.articles(), key=lambda one: (one.statements, one.contacts))
    return {
        "start": "/", "contact": f"/contacts/{call.id}", "pair": "/pairs/US-CN",
        "commitment": f"/commitments/{thread.id}", "person": "/people/donald-trump",
        "topic": "/topics/taiwan", "search": "/search?q=đậu tương",
        "contacts": "/contacts", "article": f"/articles/{article.id}", "paste": "/paste",
    }  # fmt: skip


def _variety(book: Ledger, contact: str) -> tuple[int, int]:
    """How many kinds of cells a comparison shows, and how many topics."""
    rows = book.compare(contact).topics
    return len({cell.state for row in rows for cell in row.cells.values()}), len(rows)


def started(place: str) -> tuple[subprocess.Popen[bytes], str]:
    """The server on a free port, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "readout", "serve", "--ledger", place, "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.1)
    return server, f"http://127.0.0.1:{port}"


def take(browser: Browser, root: str, paths: dict[str, str]) -> None:
    """All pages in all looks."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for lang, size, theme in [*LOOKS, ("vi", "wide", "dark")]:
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=theme,
            base_url=root,
            locale={"vi": "vi-VN", "en": "en-GB"}[lang],
        )  # type: ignore[arg-type]
        page = context.new_page()
        for name, path in paths.items():
            if (size, theme) == ("wide", "dark") and name not in DARK:
                continue
            page.goto(path)
            if name == "paste":
                page.fill("textarea[name=text]", PASTED)
                page.fill("input[name=published]", "2026-02-05")
                page.click(".paste button")
                page.wait_for_selector(".reading")
            small(page.screenshot(), FOLDER / f"{name}-{lang}-{size}-{theme}.png")
        context.close()


def small(picture: bytes, path: Path) -> None:
    """Write the picture with 200 colours: text on paper needs no more."""
    from PIL import Image

    whole = Image.open(io.BytesIO(picture)).convert("RGB")
    whole.quantize(200, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
