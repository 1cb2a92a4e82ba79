#!/usr/bin/env bash
# array.sh SAMENSPEL COMPARE_CONTENTS SCENARIO SBATCH: the batch script with the variables of Slurm set by hand gives
# parts that merge into the file of an undivided sweep, also when one of the jobs met its time limit on the way.
set -euo pipefail
samenspel=$1
compare=$2
base=$3
script=$4

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >s.yaml <<END
samenspel: 1
based_on: $(basename "$base" .yaml)
place: {scale: 0.02}
time: {months: 4}
runs: {replicates: 3}
record: {panel: 0}
sweep:
  levers: {knobs.informal: [0, 1]}
  uncertainties: {trust.loss_gain_ratio: {uniform: [1, 5]}}
END
ln -s "$(dirname "$base")"/*.yaml "$(dirname "$base")/places" .

fail() {
    echo "$1" >&2
    exit 1
}

# job PART MAX_TIME: one job of an array of three.
job() {
    SLURM_ARRAY_TASK_ID=$1 SLURM_ARRAY_TASK_COUNT=3 SLURM_CPUS_PER_TASK=1 SCENARIO=s.yaml N=4 SAMENSPEL=$samenspel \
        MAX_TIME=$2 "$script" 2>said
}

"$samenspel" sweep s.yaml --design sobol --n 4 --quiet -o whole.h5
job 1 10m || fail "job 1: $(cat said)"
job 3 10m || fail "job 3: $(cat said)"
status=0
job 2 0.001 || status=$?
[ "$status" = 4 ] || fail "job 2 at its limit: outcome $status, 4 is expected: $(cat said)"
[ -e parts/part-2.h5.part ] || fail "job 2 at its limit has left no log"

status=0
"$samenspel" merge merged.h5 parts/part-1.h5 parts/part-2.h5.part parts/part-3.h5 >said || status=$?
[ "$status" = 4 ] || fail "a merge that lacks runs: outcome $status, 4 is expected"
grep -q 'merged.h5: 1[67] of 24 runs; sweep --resume runs the rest' said || fail "said: $(cat said)"
"$samenspel" sweep s.yaml --design sobol --n 4 --quiet --resume -o merged.h5
"$compare" whole.h5 merged.h5 || fail "a merged file that went on has other contents"

job 2 10m || fail "job 2 again: $(cat said)"
"$samenspel" merge merged.h5 parts/*.h5 --force | grep -q 'merged.h5: 24 of 24 runs' || fail "parts are missing"
"$compare" whole.h5 merged.h5 || fail "the merged file has other contents"
