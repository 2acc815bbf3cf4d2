"""Corrections, merges and splits: for editors, where the ledger can keep them."""

from fastapi import APIRouter

router = APIRouter(include_in_schema=False)
