#!/usr/bin/env bash
# The first look: the bundled samples in a fresh ledger; contacts, one comparison, one commitment thread.
# Called by `make demo` with BIN (where readout is installed) and LEDGER (the file to make).
set -euo pipefail
readout=$BIN/readout
export READOUT_LEDGER=$LEDGER

step() { printf '\n$ %s\n' "$*"; }

mkdir -p "$(dirname "$LEDGER")"
rm -f "$LEDGER" "$LEDGER"-*
step readout add --samples
"$readout" add --samples

step readout contacts --sort reports --limit 12
"$readout" contacts --sort reports --limit 12

call=$("$readout" contacts --pair US-CN --mode phone-call --since 2025-11-24 --until 2025-11-24 --sort reports --limit 1 --ids)
if [ -z "$call" ]; then
    echo "demo: the call of 24 November 2025 is not among the contacts read" >&2
    exit 1
fi
step readout compare "$call" --brief
"$readout" compare "$call" --columns --brief

step readout commitments soybeans
"$readout" commitments soybeans --committer CN

cat <<TEXT

The samples are in $LEDGER. Try next, with your own articles as well (.txt, .html, .jsonl):

    export PATH="$(cd "$BIN" && pwd):\$PATH" READOUT_LEDGER=$LEDGER
    readout timeline US-CN                   two countries through time
    readout explain $call             why the ledger says this: sentence, rule, article
    readout read FILE…                       what an article says, nothing stored
    readout add FILE…                        put articles into the ledger
    readout --help
TEXT
