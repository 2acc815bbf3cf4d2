#!/usr/bin/env bash
# The words of the web pages: collect them from code and templates, bring the catalogs up to date, compile them.
# Translate what is new in src/readout/web/locales/*/LC_MESSAGES/web.po and run this again. BIN: where pybabel is.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=${BIN:-.venv/bin} folder=src/readout/web/locales
pot=$(mktemp) && trap 'rm -f "$pot"' EXIT
"$bin/pybabel" -q extract -F tools/babel.cfg -k t -k _t -k counted:1,2 --no-location --sort-output \
    --no-default-keywords -k _ -k gettext -k ngettext:1,2 -k message -o "$pot" src/readout/web
for code in vi; do
    [ -f "$folder/$code/LC_MESSAGES/web.po" ] || "$bin/pybabel" -q init -D web -i "$pot" -d "$folder" -l "$code"
    "$bin/pybabel" -q update -D web -i "$pot" -d "$folder" -l "$code" --no-fuzzy-matching --ignore-obsolete
done
"$bin/pybabel" -q compile -D web -d "$folder"
