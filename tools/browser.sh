#!/usr/bin/env bash
# Debian's Chromium for the tests of the web pages: installed where it is missing and this user may. Never fails: where
# there is no browser, the tests that need one are skipped and say so.
set -uo pipefail
browser=${READOUT_CHROMIUM:-/usr/bin/chromium}
[ -x "$browser" ] && exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing chromium for the tests of the web pages …"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium \
        fonts-noto-core; } >/dev/null 2>&1
fi
[ -x "$browser" ] || echo "No Chromium at $browser: the tests of the pages in a browser will be skipped." >&2
exit 0
