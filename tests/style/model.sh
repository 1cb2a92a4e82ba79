#!/usr/bin/env bash
# model.sh [ROOT]: MODEL.md names no source that is not there. It has every column of every population, with unit and
# meaning as in its table, once in the table of who writes and reads it, without an empty cell; and every lever once
# in the table of levers, with the sources in which a process or the first day reads it.
# model.sh --print [ROOT] prints the tables of state variables as MODEL.md should have them.
set -euo pipefail
print=
if [ "${1:-}" = --print ]; then
    print=1
    shift
fi
cd "${1:-$(dirname "${BASH_SOURCE[0]}")/../..}"

# "population column unit meaning", tabs between, from the column tables.
columns() {
    local file population
    for file in municipalities neighbourhoods blocks residents ties needs organisations initiatives collaborations; do
        [ -f "sim/world/$file.c" ] || continue
        population=$file
        [ $file != ties ] || population=support_ties
        [ $file != collaborations ] || population=collaboration_ties
        awk -v population=$population '
            /^ *((COLUMN|INDEX)\([a-z]|\{"[a-z])/ { row = ""; inside = 1 }
            inside { row = row $0 }
            inside && /[})],$/ {
                inside = 0
                name = row
                sub(/^ *((COLUMN|INDEX)\(|\{")/, "", name)
                sub(/[",].*/, "", name)
                count = split(row, part, "\"")
                unit = row ~ /^ *INDEX/ ? 1 : part[count - 3]
                print population "\t" name "\t" unit "\t" part[count - 1]
            }' "sim/world/$file.c"
    done
}

found=$(columns)
if [ -z "$found" ]; then
    echo "no columns in sim/world/" >&2
    exit 1
fi
if [ -n "$print" ]; then
    awk -F '\t' '$1 != last { print (NR > 1 ? "\n" : "") "| " $1 " | unit | meaning |\n|---|---|---|"; last = $1 }
        { print "| `" $2 "` | " $3 " | " $4 " |" }' <<<"$found"
    exit
fi

faults=0
fault() {
    echo "MODEL.md: $*" >&2
    faults=$((faults + 1))
}

# The rows of the table with this heading.
rows_under() {
    awk -v heading="$1" '$0 == heading { inside = 1; getline; next } inside && !/^\|/ { exit } inside' MODEL.md
}

state=$(rows_under '| state | written by | read by |')
while IFS=$'\t' read -r population column unit meaning; do
    rows_under "| $population | unit | meaning |" | grep -qxF "| \`$column\` | $unit | $meaning |" ||
        fault "$population.$column: its row should be | \`$column\` | $unit | $meaning |"
    [ "$(grep -cF "| \`$population.$column\` |" <<<"$state")" = 1 ] ||
        fault "$population.$column: not once in the table of who writes and reads"
done <<<"$found"

while IFS= read -r name; do
    population=${name%%.*}
    grep -q "^$population"$'\t'"${name#*.}"$'\t' <<<"$found" || fault "$name: no such column"
done <<<"$(awk -F '`' '/^\| `/ { print $2 }' <<<"$state")"

if grep -nE '\| *\|' <<<"$state" >&2; then
    fault "an empty cell in the table of who writes and reads"
fi

while IFS= read -r source; do
    [ -z "$source" ] || [ -n "$(find sim tests tools -name "${source##*/}")" ] || fault "$source: no such source"
done <<<"$(awk -F '`' '{ for (k = 2; k <= NF; k += 2) if ($k ~ /^[a-z_\/]+\.c$/) print $k }' MODEL.md | sort -u)"

levers=$(rows_under '| lever | where it enters | what it should change first | the test that shows it |')
while IFS= read -r lever; do
    row=$(grep -F "| \`$lever\` |" <<<"$levers" || true)
    [ "$(grep -c . <<<"$row")" = 1 ] || fault "the lever $lever: not once in its table"
    while IFS= read -r reader; do
        [ -z "$reader" ] || grep -qF "\`${reader##*/}\`" <<<"$row" ||
            fault "the lever $lever: its row should name ${reader##*/}, which reads it"
    done < <(grep -rlw --include='*.[ch]' "${lever^^}" sim/process sim/world 2>/dev/null || true)
done < <(sed -n 's/^    \[[A-Z_]*\] = {"\([a-z_]*\)", FOLLOWS.*/\1/p' sim/params/levers.c)

[ "$faults" = 0 ]
