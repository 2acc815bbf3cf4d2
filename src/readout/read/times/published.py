"""stub"""
from datetime import date


def infer_published(text: str) -> date | None:
    return None
