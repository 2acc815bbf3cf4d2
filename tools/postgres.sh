#!/usr/bin/env bash
# Make sure that the tests can start a PostgreSQL of their own: install Debian's package where it is missing and the
# user may. Never fails: where it cannot be had, the tests on PostgreSQL are skipped, and say so.
set -uo pipefail
[ -n "${READOUT_TEST_POSTGRES:-}" ] && exit 0
command -v initdb >/dev/null 2>&1 && exit 0
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "PostgreSQL is not installed, and only root can install it: the ledger's tests on it will be skipped." >&2
    exit 0
fi
echo "Installing PostgreSQL for the ledger's tests …"
export DEBIAN_FRONTEND=noninteractive
(apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql) >/dev/null 2>&1 ||
    echo "PostgreSQL could not be installed: the ledger's tests on it will be skipped." >&2
exit 0
