#!/usr/bin/env bash
# ranks.sh SAMENSPEL COMPARE_CONTENTS SCENARIO MPIEXEC TIMES: a sweep over 1, 2 and 4 ranks has the contents of one without;
# so has one of which a rank is killed (-9) so many times, each time gone on with by --resume.
set -euo pipefail
samenspel=$1
compare=$2
base=$3
mpiexec=$4
times=$5

# More ranks than cores, by whoever runs the tests.
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 OMPI_MCA_rmaps_base_oversubscribe=1
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >s.yaml <<END
samenspel: 1
based_on: $(basename "$base" .yaml)
place: {scale: 0.02}
time: {months: 6}
runs: {replicates: $((3 + times))}
record: {panel: 0}
parameters: {settlement: {burn_in: 0}, support_network: {burn_in: 0}}
sweep:
  levers: {knobs.informal: [0, 1]}
  uncertainties: {trust.loss_gain_ratio: {uniform: [1, 5]}}
END
# Scenarios are looked for beside the file, too.
ln -s "$(dirname "$base")"/*.yaml "$(dirname "$base")/places" .
command=("$samenspel" sweep s.yaml --design sobol --n 4 --quiet)

# shellcheck source=tests/run/records.sh
. "$here/records.sh"

fail() {
    echo "$1" >&2
    cat said >&2
    exit 1
}

# logged KNOWN: every run that the logs hold, as often as they do, without those of ranks' logs whose checksum is in the
# file KNOWN.
logged() {
    local log
    for log in out.h5.part out.h5.part.*; do
        if [ "$log" = out.h5.part ] || ! grep -qsF "$(md5sum "$log" 2>/dev/null)" "$1"; then
            records "$log" 2>/dev/null
        fi
    done | sort
}

# How many of the processes that a starter has started have come to MPI.
started() {
    local process
    for process in $(pgrep -P "$1"); do
        grep -l samenspel-mpi "/proc/$process/maps" 2>/dev/null || true
    done | wc -l
}

begun=$(date +%s%N)
"${command[@]}" --threads 1 -o whole.h5 >said
whole=$((($(date +%s%N) - begun) / 1000000))
for ranks in 1 2 4; do
    "$mpiexec" -n "$ranks" "${command[@]}" --threads $((ranks == 2 ? 2 : 1)) -o ranks.h5 --force >said 2>&1 ||
        fail "$ranks ranks: outcome $?"
    "$compare" whole.h5 ranks.h5 >said || fail "$ranks ranks: other contents"
    [ "$(echo ranks.h5*)" = ranks.h5 ] || fail "$ranks ranks: what is left: $(echo ranks.h5*)"
done

# A claim ends it after the same runs.
claim='half_width(informal_hours@2015-06) < 1e9'
"${command[@]}" --threads 1 -o until.h5 --until "$claim" >said 2>&1 || fail "--until: outcome $?"
"$mpiexec" -n 3 "${command[@]}" --threads 1 -o ranks.h5 --force --until "$claim" >said 2>&1 || fail "--until: outcome $?"
"$compare" until.h5 ranks.h5 >said || fail "--until over ranks: other contents"

# What is refused is said once, by one rank.
status=0
"$mpiexec" -n 2 "${command[@]}" -o ranks.h5 >said 2>&1 || status=$?
[ "$status" = 2 ] || fail "a file that is there: outcome $status, 2 is expected"
[ "$(grep -c 'exists; --resume' said)" = 1 ] || fail "a refusal is to be said once"

killed=0
furthest=0
: >before
: >taken
for ((i = 0; (killed < times || furthest == 0) && i < 20 * times; i++)); do
    "$mpiexec" -n 3 "${command[@]}" --threads 1 -o out.h5 --resume >said 2>&1 &
    starter=$!
    # mpiexec itself can hang when what it starts is killed before it is a program of its own.
    while kill -0 "$starter" 2>/dev/null && [ "$(started "$starter")" -lt 3 ]; do
        sleep 0.02
    done
    # Now as soon as there are more runs, now at any moment.
    if [ "$furthest" = 0 ] || [ $((i % 2)) = 0 ]; then
        while kill -0 "$starter" 2>/dev/null && [ "$(logged taken | comm -13 before - | wc -l)" = 0 ]; do
            sleep 0.02
        done
    else
        sleep "$(awk -v ms="$whole" -v n="$times" -v seed="$RANDOM" \
            'BEGIN { srand(seed); print 0.5 * rand() * ms / 1000 / n }')"
    fi
    rank=$(pgrep -P "$starter" | shuf -n 1 || true)
    if [ -n "$rank" ] && kill -9 "$rank" 2>/dev/null; then
        killed=$((killed + 1))
    fi
    wait "$starter" || true
    if [ -e out.h5 ]; then
        # It came to its end before the next kill: the same, and from the beginning.
        "$compare" whole.h5 out.h5 >said || fail "$i: other contents after $killed kills"
        rm -f out.h5*
        : >before
        : >taken
        continue
    fi
    logged /dev/null | uniq >now
    [ -z "$(comm -23 before now)" ] || fail "$i: the logs have lost a run"
    # A log of an earlier kill that rank 0 had not removed yet is the same runs, not the same runs again.
    [ -z "$(logged taken | uniq -d)" ] || fail "$i: a run was run twice"
    md5sum out.h5.part.* >taken 2>/dev/null || true
    mv now before
    furthest=$(($(wc -l <before) > furthest ? $(wc -l <before) : furthest))
done
[ "$furthest" -gt 0 ] || fail "no run was ever in a log when a rank was killed"
[ "$killed" -ge "$times" ] || fail "only $killed of $i sweeps were there to be killed"
"$mpiexec" -n 2 "${command[@]}" --threads 1 -o out.h5 --resume >said 2>&1 || fail "--resume failed"
"$compare" whole.h5 out.h5 || fail "other contents after $killed kills"
[ "$(echo out.h5*)" = out.h5 ] || fail "what is left: $(echo out.h5*)"
echo "$killed killed, with up to $furthest runs in the logs; all went on to the same contents"
