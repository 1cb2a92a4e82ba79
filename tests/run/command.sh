#!/usr/bin/env bash
# command.sh SAMENSPEL SCENARIO: what run, info, verify and places say and leave with, on a scenario that runs in a moment.
set -euo pipefail
samenspel=$1
scenario=$2

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
options=(--months 13 --replicates 2 --set place.scale=0.02 --set record.panel=3)
faults=0

# expect OUTCOME SENTENCE COMMAND...: the outcome, and that the sentence is in what was said.
expect() {
    local status=0
    "${@:3}" >"$folder/said" 2>&1 || status=$?
    if [ "$status" != "$1" ] || ! grep -qF -- "$2" "$folder/said"; then
        echo "${*:3}: outcome $status, $1 is expected; '$2' should be in: $(cat "$folder/said")"
        faults=$((faults + 1))
    fi
}

cd "$folder"
expect 0 "runs    2 of 13 months" "$samenspel" run "$scenario" "${options[@]}" --dry-run
expect 0 "disk    at most" "$samenspel" run "$scenario" "${options[@]}" --dry-run
expect 0 " s, the run-in " "$samenspel" run "$scenario" "${options[@]}" --dry-run
[ "$(ls)" = said ] || { echo "--dry-run has written: $(ls)"; faults=$((faults + 1)); }

expect 0 "Not included: Skills, advisers, the council" "$samenspel" run "$scenario" "${options[@]}" -o out.h5
expect 0 "finished already" "$samenspel" run "$scenario" "${options[@]}" -o out.h5 --resume
expect 2 "out.h5: exists; --force overwrites it" "$samenspel" run "$scenario" "${options[@]}" -o out.h5
expect 0 "Niet meegenomen: Vaardigheden, adviseurs" "$samenspel" run "$scenario" "${options[@]}" -o out.h5 \
    --force --lang nl --threads 1
expect 2 "nowhere/out.h5: cannot be written in that folder" "$samenspel" run "$scenario" "${options[@]}" -o nowhere/out.h5
expect 2 "time.months" "$samenspel" run "$scenario" --months 0 -o other.h5
expect 2 "--threads 0: outside" "$samenspel" run "$scenario" --threads 0 -o other.h5
[ ! -e other.h5 ] || { echo "bad input has made a file"; faults=$((faults + 1)); }

"$samenspel" run "$scenario" "${options[@]}" --quiet >"$folder/said" 2>&1
[ -e "$(basename "$scenario" .yaml).h5" ] || { echo "without -o no file of the scenario's name"; faults=$((faults + 1)); }
[ ! -s "$folder/said" ] || { echo "--quiet says: $(cat "$folder/said")"; faults=$((faults + 1)); }

expect 0 "replicates  2: 2 finished, 0 failed" "$samenspel" info out.h5
expect 0 "months      13 from 2015-01" "$samenspel" info out.h5
echo "samenspel: 1" >plain.txt
expect 2 "plain.txt: not an HDF5 file" "$samenspel" info plain.txt
expect 2 "absent.h5: no such file" "$samenspel" info absent.h5
expect 0 "agrees: 4 digests of 2 runs" "$samenspel" verify out.h5
expect 0 "agrees: 2 digests of 1 runs" "$samenspel" verify out.h5 --run 1 --threads 3
expect 2 "run 7: the file has 0 to 1" "$samenspel" verify out.h5 --run 7
if strings out.h5 | grep -qF "$folder"; then
    echo "the file names a folder of this machine"
    faults=$((faults + 1))
fi

cp -r "$(dirname "$scenario")/places" mine
sed -i "s/'s-Hertogenbosch/Elders/" mine/neighbourhoods.csv
expect 0 "WK079601" "$samenspel" places Elders --tables mine
expect 0 "GM0796  Elders" "$samenspel" places --tables mine/neighbourhoods.csv
expect 0 "GM0796  Elders" env -C mine "$samenspel" places --tables neighbourhoods.csv
expect 2 "mine/rates_by_age.csv: a folder is expected, or its file neighbourhoods.csv" \
    "$samenspel" places --tables mine/rates_by_age.csv
expect 2 "nowhere/neighbourhoods.csv: cannot be opened" "$samenspel" places --tables nowhere
[ "$faults" = 0 ]
