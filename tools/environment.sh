#!/usr/bin/env bash
# environment.sh VENV WHAT [PYTHON]: make (or complete) the virtual environment VENV and install WHAT into it, editable.
# Takes PYTHON, else the first interpreter on the path that is 3.11 or later; uv where it is present and works, else
# venv and pip.
set -euo pipefail
venv=$1 what=$2

new_enough() { "$1" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

python=
for candidate in ${3:-python3 python3.11 python3.12 python3.13 python3.14}; do
    if new_enough "$candidate"; then python=$candidate && break; fi
done
if [ -z "$python" ]; then
    echo "readout needs Python 3.11 or later with venv; name one with: make PYTHON=/path/to/python3.11" >&2
    exit 1
fi

install() {
    if command -v uv >/dev/null 2>&1; then
        [ -x "$venv/bin/python" ] || uv venv --quiet --python "$python" "$venv" || true
        uv pip install --quiet --python "$venv/bin/python" -e "$what" && return
        echo "uv could not install it; trying venv and pip." >&2
    fi
    "$venv/bin/python" -m pip --version >/dev/null 2>&1 || "$python" -m venv --clear "$venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -e "$what"
}

echo "Setting up $venv with $("$python" --version); the reading rules are compiled where there is a C compiler …"
install
[ "$("$venv/bin/python" -c 'from readout.compiled import told; print(told())')" = compiled ] ||
    echo "The reading rules run as plain Python, for want of a C compiler: they read the same, only slower." >&2
