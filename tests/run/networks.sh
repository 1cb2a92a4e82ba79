#!/bin/sh
# networks.sh PROGRAM SOURCES FOLDER: the ties of a village, year by year and against the table of targets.
set -eu
program=$1 sources=$2 folder=$3
rm -rf "$folder"
mkdir -p "$folder"
cd "$sources"
village="aa-en-hunze 24 place.scale=0.03"
table=scenarios/calibration/networks.csv

fail() {
    echo "$1" >&2
    cat "$folder/said" >&2
    exit 1
}

# A row a year; on the first day nothing tells its people and ties (A, B) from themselves.
# shellcheck disable=SC2086
"$program" --rest $village >"$folder/said"
awk '
    /^ *[0-9]+ / {
        if ($1 != 12 * years++) exit wrong = 1
        if ($2 < 100 || $3 <= $4 || $5 <= 0 || $5 >= 1 || $8 <= 0 || $8 >= 1 || $10 <= 0 || $10 >= 1) exit wrong = 1
        if ($1 == 0 && ($5 != $6 || $5 != $7 || NF != 10)) exit wrong = 1
        if ($1 > 0 && (NF != 22 || $13 <= 0 || $19 <= 0)) exit wrong = 1
    }
    END { exit wrong || years != 3 }' "$folder/said" || fail "not a row a year that says what ties are like"

# Every row of the table, with its numbers and what the last day that is told comes to; seven years have not gone by.
# shellcheck disable=SC2086
"$program" --targets $table $village >"$folder/said"
grep -v '^#' $table | sed 1d | cut -d, -f1 >"$folder/wanted"
sed -n '/^variable/,$p' "$folder/said" | grep -Ev '^(variable|For|$)' >"$folder/rows"
awk '{ print $1 }' "$folder/rows" | cmp - "$folder/wanted" || fail "other rows than the table has"
awk '
    FNR == NR { if (/^  degree [0-9]/) last = $2; next }
    ($6 == "held") != ($5 != "nan" && $5 >= $3 && $5 <= $4) { exit wrong = 1 }
    /^kept.7 / { missed = $5 == "nan" && $6 == "MISSED" }
    /^kept.1 / { kept = $5 > 0.5 && $5 < 1 }
    /^degree / { same = $5 - last < 0.001 && last - $5 < 0.001 }
    END { exit wrong || !missed || !kept || !same }' "$folder/said" "$folder/rows" || fail "a row says otherwise than its numbers"

# refused SENTENCE ARGUMENT...: leaves with 2 and this sentence.
refused() {
    sentence=$1 outcome=0
    shift
    "$program" "$@" >"$folder/said" 2>&1 || outcome=$?
    if [ "$outcome" != 2 ] || ! grep -qF -- "$sentence" "$folder/said"; then
        fail "$*: outcome $outcome, 2 is expected with: $sentence"
    fi
}
refused "usage: samenspel-networks"
refused "usage: samenspel-networks" aa-en-hunze
refused "usage: samenspel-networks" aa-en-hunze soon
refused "usage: samenspel-networks" --rest --targets $table aa-en-hunze 12
refused "usage: samenspel-networks" --times 0 aa-en-hunze 12
refused "usage: samenspel-networks" --unheard aa-en-hunze 12
refused "nowhere.csv: cannot be read" --targets nowhere.csv aa-en-hunze 12
refused "nowhere" nowhere 12
refused "support_network.rat" aa-en-hunze 12 support_network.rat=1
printf 'variable,months\nkept.7,1-84\n' >"$folder/short.csv"
refused "short.csv:2: not a row of the table" --targets "$folder/short.csv" aa-en-hunze 12
rm -rf "$folder"
