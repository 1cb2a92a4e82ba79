#!/usr/bin/env bash
# Read by kill_sweep.sh and ranks.sh.

# records LOG: point and replicate of every whole record of the log. The identity has its length behind the first 8 bytes,
# 8192 bytes for the runs that were begun follow it, and each record has a head of 32 with its length behind 8, too.
records() {
    local size identity record first
    [ -e "$1" ] || return 0
    size=$(stat -c %s "$1")
    [ "$size" -gt 32 ] || return 0
    identity=$(od -An -t u8 -j 8 -N 8 "$1" | tr -d ' ')
    first=$((32 + identity + 8192))
    [ "$size" -gt $((first + 32)) ] || return 0
    record=$((32 + $(od -An -t u8 -j $((first + 8)) -N 8 "$1" | tr -d ' ')))
    [ "$size" -ge $((first + record)) ] || return 0
    od -An -v -t u4 -w$record -j $first -N $(((size - first) / record * record)) "$1" | awk '{ print $9, $10 }'
}
