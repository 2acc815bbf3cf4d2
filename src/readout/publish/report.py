"""A report in one HTML file: one contact with each side's account side by side, or one pair of countries through time.

The file opens without a network, holds no script, prints on paper, and everything in it that comes from an article is
escaped. The words are English, the quotations as they stand in the articles.
"""

import re
from collections.abc import Iterator
from html import escape as escaped
from importlib.resources import files

from readout.model.answers import Cell, CommitmentThread, Comparison, LedgerContact, LedgerStatement, ThreadVersion
from readout.publish.jsonld import event_name
from readout.publish.selection import Source

_STATES = {
    "not-mentioned": "not mentioned in {n} readout{s} of this side",
    "stated-silence": "an article says that this side is silent on it",
    "claimed-by-other": "said by the other side to have been agreed",
    "no-readout": "no readout published",
}


_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


class NothingToReport(ValueError):
    """The selection names neither one contact nor one pair."""


def report_parts(source: Source) -> Iterator[str]:
    """The report in pieces; raises NothingToReport before the first."""
    pair = source.selection.query.countries
    if source.selection.contact is None and len(pair) != 2:
        raise NothingToReport("a report is about one contact or one pair: give --contact ID or --pair US-CN")
    if source.selection.contact is not None:
        return _contact_report(source, source.ledger.contact(source.selection.contact))
    return _pair_report(source, pair)


def _contact_report(source: Source, contact: LedgerContact) -> Iterator[str]:
    title = f"{event_name(contact)}, {contact.time.edtf or 'date not known'}"
    yield from _head(title)
    yield _facts(contact)
    yield from _comparison(source.ledger.compare(contact.id))
    yield _history(contact)
    threads = [thread for thread in source.threads() if any(one.contact == contact.id for one in thread.versions)]
    yield from _threads(threads)
    yield _TAIL


def _pair_report(source: Source, pair: tuple[str, ...]) -> Iterator[str]:
    yield from _head(f"{pair[0]} – {pair[1]}")
    yield "<section><h2>Contacts</h2><table><thead><tr><th>Date</th><th>What</th><th>Who</th><th>Topics</th>"
    yield "<th>Reports</th></tr></thead><tbody>"
    for one in source.contacts():
        who = ", ".join(filter(None, (party.person or party.country for party in one.participants)))
        what, topics = f"{one.mode} · {one.status}", ", ".join(one.topics)
        cells = (one.time.edtf or "not known", what, who, topics, str(one.reports))
        yield "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>\n"
    yield "</tbody></table></section>\n"
    yield from _threads(list(source.threads()))
    yield _TAIL


def _head(title: str) -> Iterator[str]:
    style = (files("readout.publish") / "report.css").read_text("utf-8")
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
    yield f"<main>\n<h1>{escape(title)}</h1>\n"


_TAIL = "</main>\n<footer><p>Made by readout from the articles named.</p></footer>\n</body>\n</html>\n"


def escape(words: str) -> str:
    """Words as HTML; a character that HTML forbids becomes the replacement character."""
    return escaped(_CONTROLS.sub("\ufffd", words))


def _facts(one: LedgerContact) -> str:
    place = ", ".join(filter(None, (one.place.name, one.place.country))) if one.place else None
    rows = [
        ("What", f"{one.mode}, {one.status}"),
        ("When", f"{one.time.edtf or 'not known'}{f', {one.time.part}' if one.time.part else ''}"),
        *(("Who", f"{party.person or party.office or ''} ({party.country or 'side not known'}), {party.role}")
          for party in one.participants),
        ("Where", place), ("How long", one.duration.iso8601 if one.duration else None),
        ("Topics", ", ".join(one.topics)), ("Reports", f"{one.reports} by {', '.join(one.publishers)}"),
        ("Ledger id", one.id),
    ]  # fmt: skip
    told = "".join(f"<dt>{name}</dt><dd>{escape(words)}</dd>" for name, words in rows if words)
    return f"<section><dl>{told}</dl></section>\n"


def _comparison(one: Comparison) -> Iterator[str]:
    if not one.topics:
        yield "<section><h2>Accounts</h2><p>No side's words on this contact are known.</p></section>\n"
        return
    yield '<section><h2>Accounts, side by side</h2><table class="sides"><thead><tr><th scope="col">Topic</th>'
    for side in one.sides:
        yield f'<th scope="col">{escape(side)} ({_counted(one.n_readouts.get(side, 0))})</th>'
    yield "</tr></thead><tbody>\n"
    for row in one.topics:
        yield f'<tr><th scope="row">{escape(row.topic)}</th>'
        yield from (f"<td>{_cell(row.cells.get(side))}</td>" for side in one.sides)
        yield "</tr>\n"
    yield "</tbody></table></section>\n"


def _counted(number: int) -> str:
    return f"{number} readout{'' if number == 1 else 's'}"


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return ""
    note = _STATES.get(cell.state)
    told = note.format(n=cell.n_readouts, s="" if cell.n_readouts == 1 else "s") if note else ""
    said = "".join(_statement(one) for one in cell.statements)
    claims = "".join(_quote(one.evidence.text, one.publisher, one.url, one.published)
                     for one in (*cell.claims, *cell.silences))  # fmt: skip
    return (f'<p class="note">{escape(told)}</p>' if told else "") + said + claims


def _statement(one: LedgerStatement) -> str:
    voices = (one.speaker, *one.joint_with)
    who = ", ".join(voice.name or voice.organisation or voice.country or "speaker not known" for voice in voices)
    words = _quote(one.content.text, one.publisher, one.url, one.published)
    return f"<p>{escape(who)} {escape(one.force)}:</p>{words}"


def _quote(words: str, publisher: str | None, url: str | None, published: str | None) -> str:
    source = f"{publisher or 'unnamed source'}, {published or 'undated'}"
    shown = escape(source)
    if url and url.startswith(("http://", "https://")):
        shown = f'<a href="{escape(url)}" rel="noreferrer">{shown}</a>'
    return f'<blockquote lang="vi">{escape(words)}<footer lang="en">{shown}</footer></blockquote>'


def _history(one: LedgerContact) -> str:
    rows = []
    for entry in one.history:
        words = entry.evidence[0].text if entry.evidence else ""
        quote = _quote(words, entry.publisher, entry.url, entry.published)
        rows.append(f"<li>{escape(entry.published or 'undated')} · {escape(entry.told_as)}{quote}</li>\n")
    return f"<section><h2>Reports</h2><ol>{''.join(rows)}</ol></section>\n"


def _threads(threads: list[CommitmentThread]) -> Iterator[str]:
    if not threads:
        return
    yield "<section><h2>Promises</h2>\n"
    for one in threads:
        thing = f" {one.object.name}" if one.object else ""
        other = f" – {one.counterparty.country}" if one.counterparty and one.counterparty.country else ""
        promiser = one.committer.country or one.committer.name or "nobody named"
        yield f"<h3>{escape(f'{promiser}{other}: {one.action}{thing}')}</h3>"
        yield "<table><thead><tr><th>Published</th><th>Stage</th><th>Quantity</th><th>Deadline</th><th>Says</th>"
        yield "<th>Words</th></tr></thead><tbody>"
        yield from (_version(version) for version in one.versions)
        yield "</tbody></table>\n"
    yield "</section>\n"


def _version(one: ThreadVersion) -> str:
    amount = one.quantity
    high = f"–{amount.high:,.10g}" if amount and amount.high is not None else ""
    quantity = f"{amount.comparator} {amount.value:,.10g}{high} {amount.unit or ''}" if amount else ""
    deadline = (one.deadline.edtf or one.deadline.text) if one.deadline else ""
    who = (one.claimed_by.name or one.claimed_by.country or "") if one.claimed_by else ""
    cells = (one.published or "undated", one.stage, quantity.removeprefix("= "), deadline, who)
    words = _quote(one.evidence[0].text, one.publisher, one.url, one.published) if one.evidence else ""
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + f"<td>{words}</td></tr>\n"
