#!/bin/sh
# patterns.sh PROGRAM SOURCES FOLDER REPLICATES [PATTERN]... : runs patterns anew, and holds what comes of their
# claims against the table in MODEL.md.
set -eu
program=$1 sources=$2 folder=$3 replicates=$4
shift 4
rm -rf "$folder"
mkdir -p "$folder"
cd "$sources"
"$program" --replicates "$replicates" --kept MODEL.md "$folder" "$@"
rm -rf "$folder"
