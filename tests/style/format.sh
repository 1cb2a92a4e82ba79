#!/usr/bin/env bash
# format.sh [ROOT]: clang-format 14 would change nothing. Skipped (77) where it is absent, for other versions
# lay code out otherwise.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "${1:-$here/../..}"

formatter=$(command -v clang-format-14 || true)
if [ -z "$formatter" ] && clang-format --version 2>/dev/null | grep -q 'version 14\.'; then
    formatter=clang-format
fi
if [ -z "$formatter" ]; then
    echo "clang-format 14 is absent"
    exit 77
fi
mapfile -t files < <(find include sim tests -name '*.[ch]' -not -path '*/build/*' 2>/dev/null | sort)
if [ ${#files[@]} = 0 ]; then
    echo "no sources under include/, sim/ and tests/" >&2
    exit 1
fi
# All in one call: starting the program takes longer than what it has to do. Its warnings begin with the file.
"$formatter" --style="file:$here/../../.clang-format" --dry-run "${files[@]}" 2>&1 |
    awk -F: '/ warning: | error: / && !said[$1]++ { print $1 " is laid out otherwise than by clang-format -i" }
        END { exit length(said) > 0 }'
