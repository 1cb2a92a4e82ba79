#!/usr/bin/env bash
# length.sh [ROOT]: a source stays under 300 lines, a function under 40, a header within 120, a line within
# 100 characters. What stands in a table or between clang-format off and on does not count.
set -euo pipefail
cd "${1:-$(dirname "${BASH_SOURCE[0]}")/../..}"

mapfile -t files < <(find include sim tests -name '*.[ch]' -not -path '*/build/*' 2>/dev/null | sort)
if [ ${#files[@]} = 0 ]; then
    echo "no sources under include/, sim/ and tests/" >&2
    exit 1
fi

# In bytes, of which the second and later ones of a character are not counted.
LC_ALL=C awk '
    function fault(text) { print text > "/dev/stderr"; faults++ }
    function finish() {
        limit = file ~ /\.h$/ ? 120 : 299
        if (lines > limit)
            fault(file ": " lines " lines, at most " limit)
    }
    FNR == 1 { if (file) finish(); file = FILENAME; lines = fenced = table = body = 0 }
    /clang-format off/ { fenced = 1 }
    /^[^ #\/].*\[\] *= *\{$/ { table = 1 }
    !fenced && !table {
        lines++
        line = $0
        gsub(/[\200-\277]/, "", line)
        if (length(line) > 100)
            fault(file ":" FNR ": " length(line) " characters, at most 100")
    }
    /^}/ { table = 0 }
    /clang-format on/ { fenced = 0 }
    /^{$/ { body = FNR; apart = 0 }
    body && fenced { apart++ }
    /^}/ && body {
        if (FNR - body + 1 - apart >= 40)
            fault(file ":" body ": a function of " (FNR - body + 1 - apart) " lines, at most 39")
        body = 0
    }
    END { finish(); exit faults > 0 }
' "${files[@]}"
