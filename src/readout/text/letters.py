"""Character classes for patterns: the capital and small letters of the Latin script, with every Vietnamese one.

Ranges such as `à-ỹ` mix capitals and small letters, so the classes are spelled out.
"""

_LATIN = [chr(code) for block in (range(0x41, 0x250), range(0x1E00, 0x1F00)) for code in block]
UPPER = "".join(char for char in _LATIN if char.isupper())
LOWER = "".join(char for char in _LATIN if char.islower())
