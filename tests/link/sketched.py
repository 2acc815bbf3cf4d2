"""Reports of contacts as lines of a table, and which of them are linked."""

from newsroom import Story

from readout.link.contacts import link_contacts
from readout.link.leaves import CANDIDATE_TIERS, find_contact, is_leaf
from readout.link.reports import ContactReport, report_of


def reports(*lines: str) -> list[ContactReport]:
    """`published | mode | status | people | edtf | part | place | basis`, one article each; `-` for nothing."""
    found = []
    for number, line in enumerate(lines):
        published, mode, status, people, edtf, part, place, basis = [
            None if field.strip() == "-" else field.strip() for field in (line + "| - | - | - | -").split("|")[:8]
        ]
        city, _, country = (place or "").rpartition(" ")
        story = Story(f"n{number}", published)
        story.contact(
            mode,
            status,
            people or "",
            edtf,
            part=part,
            basis=basis,
            country=country or None,
            city=city or None,
            guest=people.split()[0] if mode == "visit" and people else None,
        )
        reading = story.reading()
        found.append(report_of(reading.article, f"a-{number}", reading.contacts[0]))
    return found


def groups(*lines: str) -> list[list[int]]:
    """Numbers of the lines that became one contact, leaves included."""
    given = reports(*lines)
    home: dict[str, str] = {}
    for linked in link_contacts(given).values():
        firm = sorted(
            ((root, node) for root, node in linked.roots.items() if node.tier in CANDIDATE_TIERS and not is_leaf(node)),
            key=lambda pair: pair[1].day,
        )
        joined = {
            root: found.target
            for root, node in linked.roots.items()
            if is_leaf(node) and (found := find_contact(node, firm))
        }
        home |= {one: joined.get(join.target, join.target) for one, join in linked.reports.items()}
    numbers: dict[str, list[int]] = {}
    for number, one in enumerate(given):
        numbers.setdefault(home[one.id], []).append(number)
    return sorted(numbers.values())
