#!/usr/bin/env bash
# paths.sh [ROOT]: no file that is committed names a folder of somebody's own machine.
set -euo pipefail
cd "${1:-$(dirname "${BASH_SOURCE[0]}")/../..}"

if ! git rev-parse --git-dir >/dev/null 2>&1; then
    echo "not a git checkout"
    exit 77
fi
# The template of a temporary folder is no such name.
if git grep -nIE '(^|[^A-Za-z0-9_.$}-])/(home|root|work|tmp|Users|mnt|media)/[A-Za-z0-9]' -- . |
    grep -vE '/tmp/[a-z_-]*XXXXXX'; then
    echo "these name a folder of one machine" >&2
    exit 1
fi
