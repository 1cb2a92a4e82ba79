#!/usr/bin/env bash
# kill_sweep.sh SAMENSPEL COMPARE_CONTENTS SCENARIO TIMES: kills one sweep (-9) at so many random moments, each time after
# --resume. No run that was in the log is lost or run twice, and the contents are those of a sweep that was left alone.
set -euo pipefail
samenspel=$1
compare=$2
base=$3
times=$4

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/s.yaml" <<END
samenspel: 1
based_on: $(basename "$base" .yaml)
place: {scale: 0.02}
time: {months: 12}
runs: {replicates: $((2 + times / 2))}
record: {panel: 0}
sweep:
  levers: {knobs.informal: [0, 1]}
  uncertainties: {trust.loss_gain_ratio: {uniform: [1, 5]}}
END
# Scenarios are looked for beside the file, too.
ln -s "$(dirname "$base")"/*.yaml "$(dirname "$base")/places" "$folder/"
command=("$samenspel" sweep "$folder/s.yaml" --design sobol --n 8 --threads 2 --quiet)

# shellcheck source=tests/run/records.sh
. "$here/records.sh"

fail() {
    echo "$1" >&2
    exit 1
}

begun=$(date +%s%N)
"${command[@]}" -o "$folder/whole.h5" >/dev/null
whole=$((($(date +%s%N) - begun) / 1000000))
out=$folder/out.h5
killed=0
furthest=0
: >"$folder/before"
for ((i = 0; killed < times && i < 10 * times; i++)); do
    "${command[@]}" -o "$out" --resume >/dev/null &
    process=$!
    sleep "$(awk -v ms="$whole" -v n="$times" -v seed="$RANDOM" \
        'BEGIN { srand(seed); print 0.05 + 1.2 * rand() * ms / 1000 / n }')"
    if kill -9 "$process" 2>/dev/null; then
        killed=$((killed + 1))
    fi
    wait "$process" 2>/dev/null || true
    if [ -e "$out" ]; then
        # It came to its end before the next kill: the same, and from the beginning.
        "$compare" "$folder/whole.h5" "$out" >/dev/null || fail "$i: other contents after $killed kills"
        rm -f "$out" "$out.part"
        : >"$folder/before"
        continue
    fi
    records "$out.part" >"$folder/now"
    cmp -s <(head -n "$(wc -l <"$folder/before")" "$folder/now") "$folder/before" || fail "$i: the log has lost a run"
    [ -z "$(sort "$folder/now" | uniq -d)" ] || fail "$i: a run was run twice"
    mv "$folder/now" "$folder/before"
    furthest=$(($(wc -l <"$folder/before") > furthest ? $(wc -l <"$folder/before") : furthest))
done
[ "$furthest" -gt 0 ] || fail "no run was ever in the log when it was killed"
[ "$killed" = "$times" ] || fail "only $killed of $i sweeps were there to be killed"
"${command[@]}" -o "$out" --resume >/dev/null || fail "--resume failed"
"$compare" "$folder/whole.h5" "$out" || fail "other contents after $killed kills"
"${command[@]}" -o "$out" --resume 2>&1 | grep -q 'finished already' || fail "a finished sweep was not left alone"
echo "$killed killed, with up to $furthest runs in the log; all went on to the same contents"
