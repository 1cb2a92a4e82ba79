#!/usr/bin/env bash
# shell.sh [ROOT]: shellcheck has nothing to say about any script.
set -euo pipefail
cd "${1:-$(dirname "${BASH_SOURCE[0]}")/../..}"

if ! command -v shellcheck >/dev/null; then
    echo "shellcheck is absent"
    exit 77
fi
mapfile -t files < <(grep -rlE --exclude-dir=.git --exclude-dir=build --exclude='*.md' \
    '^#!/usr/bin/env bash' . | sort)
if [ ${#files[@]} = 0 ]; then
    echo "no scripts found" >&2
    exit 1
fi
shellcheck "${files[@]}"
