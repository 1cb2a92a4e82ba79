#!/usr/bin/env bash
# run.sh FUZZER SAMPLES SECONDS: fuzzes for so many seconds, starting from the samples. New samples and what
# makes the reader fail stay in the folder FUZZER.found.
set -euo pipefail
mkdir -p "$1.found/samples"
"$1" -max_total_time="$3" -timeout=10 -rss_limit_mb=2048 -max_len=4096 -print_final_stats=1 -verbosity=0 \
    -artifact_prefix="$1.found/" "$1.found/samples" "$2" 2>"$1.found/log" || { tail -n 60 "$1.found/log" && exit 1; }
units=$(sed -n 's/^stat::number_of_executed_units: *//p' "$1.found/log")
echo "$units inputs"
[ "${units:-0}" -gt 100 ]
