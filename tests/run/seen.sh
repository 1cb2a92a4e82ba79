#!/bin/sh
# seen.sh PROGRAM SOURCES: what a municipality sees of its steering is printed for each level, the same each time.
set -eu
program=$1 sources=$2
cd "$sources"
first=$("$program" 2 town-complex place.scale=0.003 time.months=60)
echo "$first"
echo "$first" | awk -F'[ |,]+' '
    /^[01]\.[0-9] / { levels++; moved += $2 != 0; sure += $3 > 0 }
    /^without a trial/ { chance = $10; halves = $13 }
    END { exit !(levels == 6 && moved == 5 && sure == 5 && chance > 0 && halves > chance) }' || {
    echo "not six levels, five steps and a whole that is surer than its halves" >&2
    exit 1
}
[ "$first" = "$("$program" 2 town-complex place.scale=0.003 time.months=60)" ] || {
    echo "another time it is otherwise" >&2
    exit 1
}
! "$program" 1 town-complex 2>/dev/null || exit 1
said=$("$program" 2 six-places 2>&1) && exit 1
[ "$said" = "six-places: must be of one municipality" ]
