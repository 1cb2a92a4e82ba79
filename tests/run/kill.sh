#!/usr/bin/env bash
# kill.sh SAMENSPEL COMPARE_CONTENTS SCENARIO TIMES: kills a run (-9) at so many random moments, each time in a run of its own.
# The part file opens every time, --resume ends with the same contents as a run that was left alone, and SIGTERM
# ends at the next month with outcome 4.
set -euo pipefail
samenspel=$1
compare=$2
scenario=$3
times=$4

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
options=(--replicates 2 --months 60 --set place.scale=0.02 --set 'record.snapshots=[2015-03, 2018-01]'
    --checkpoint-every 7 --quiet)

fail() {
    echo "$1" >&2
    exit 1
}

begun=$(date +%s%N)
"$samenspel" run "$scenario" -o "$folder/whole.h5" "${options[@]}"
whole=$((($(date +%s%N) - begun) / 1000000))

killed=0
for ((i = 0; killed < times; i++)); do
    [ "$i" -lt $((5 * times)) ] || fail "only $killed of $i runs were there to be killed"
    out=$folder/run$i.h5
    "$samenspel" run "$scenario" -o "$out" "${options[@]}" &
    process=$!
    sleep "$(awk -v ms="$whole" -v seed="$RANDOM" 'BEGIN { srand(seed); print 0.9 * rand() * ms / 1000 }')"
    if kill -9 "$process" 2>/dev/null; then
        killed=$((killed + 1))
    fi
    wait "$process" 2>/dev/null || true
    if [ -e "$out.part" ] && [ -e "$out.checkpoint" ]; then
        "$samenspel" info "$out.part" >/dev/null || fail "$i: the part file does not open"
    fi
    "$samenspel" run "$scenario" -o "$out" "${options[@]}" --resume || fail "$i: --resume failed"
    "$compare" "$folder/whole.h5" "$out" || fail "$i: other contents after --resume"
    rm -f "$out"
done
out=$folder/stopped.h5
"$samenspel" run "$scenario" -o "$out" "${options[@]}" --set time.months=600 2>"$folder/said" &
process=$!
for ((i = 0; i < 200; i++)); do
    [ -e "$out.checkpoint" ] && break
    sleep 0.05
done
kill -TERM "$process"
status=0
wait "$process" || status=$?
[ "$status" = 4 ] || fail "SIGTERM: outcome $status, 4 is expected"
grep -q 'resume goes on' "$folder/said" || fail "SIGTERM: no sentence says how to go on"
[ ! -e "$out" ] || fail "SIGTERM: a file that is not whole"
echo "$killed killed; all went on to the same contents"
