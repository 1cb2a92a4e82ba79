#!/usr/bin/env bash
# threads.sh DIGEST SCENARIO MONTHS [path=value...]: one digest a month on 1, 2, 3 and 8 threads. Under the thread
# sanitizer the same runs show whether threads ever touch what another writes.
set -euo pipefail

reference=
for threads in 1 2 3 8; do
    digests=$(OMP_NUM_THREADS=$threads "$@")
    if [ "$(sort -u -k2 <<<"$digests" | wc -l)" != $(($3 + 1)) ]; then
        echo "not one digest for each of $3 months: $digests"
        exit 1
    fi
    reference=${reference:-$digests}
    if [ "$reference" != "$digests" ]; then
        echo "$threads threads give other digests than 1:"
        diff <(echo "$reference") <(echo "$digests") | head -n 4
        exit 1
    fi
done
tail -n 1 <<<"$reference"
