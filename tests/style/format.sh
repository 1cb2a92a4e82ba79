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
faults=0
for file in "${files[@]}"; do
    if ! "$formatter" --style="file:$here/../../.clang-format" "$file" | cmp -s - "$file"; then
        echo "$file is laid out otherwise than by clang-format -i"
        faults=$((faults + 1))
    fi
done
[ "$faults" = 0 ]
