#!/usr/bin/env bash
# floors.sh [ROOT]: an include names its folder and points to its own folder or one lower down the house; a
# process never includes another process; what a floor must do without, it does not include.
set -euo pipefail
cd "${1:-$(dirname "${BASH_SOURCE[0]}")/../..}"

floors=(base params world network process model observe output run cli)

# A system header that only some floors may include, and those floors.
declare -A only=(
    [yaml.h]="params"
    [hdf5.h]="output"
    [hdf5_hl.h]="output"
    [H5DOpublic.h]="output"
    [zlib.h]="output"
    [mpi.h]="run"
    [getopt.h]="cli"
    [gsl]="observe output run"
    [math.h]="base params observe output run cli"
)

faults=0
fault() {
    printf '%s\n' "$1" >&2
    faults=$((faults + 1))
}

declare -A rank=()
for i in "${!floors[@]}"; do
    rank[${floors[i]}]=$i
done

# Whether two files of process/ belong to one process. Its own header declares NAME_step; a process written in
# parts has parts without a step, which begin with the same word.
same_process() {
    [ "$1" = "$2" ] ||
        { [ "${1%%_*}" = "${2%%_*}" ] && ! grep -q "^void [a-z_]*_step(" "sim/process/$2.h" 2>/dev/null; }
}

# check_project FILE LINE FLOOR HEADER: an include between quotation marks.
check_project() {
    local place=$1:$2 floor=$3 header=$4 own=${1##*/} other=${4##*/}
    local folder=${header%%/*}
    own=${own%.[ch]} other=${other%.h}
    if [ "$folder" = "$header" ] && [ "$header" != samenspel.h ]; then
        fault "$place: \"$header\" does not name its folder"
        return
    fi
    if [ "$folder" = samenspel ] || [ "$header" = samenspel.h ]; then
        return
    fi
    if [ "$floor" = include ]; then
        fault "$place: a public header includes \"$header\", which is not installed"
        return
    fi
    if [ -z "${rank[$folder]:-}" ]; then
        fault "$place: \"$header\" is in no floor"
    elif [ "${rank[$folder]}" -gt "${rank[$floor]}" ]; then
        fault "$place: $floor includes \"$header\", which stands above it"
    elif [ "$floor" = process ] && [ "$folder" = process ] &&
        ! same_process "$own" "$other"; then
        fault "$place: a process includes another process, \"$header\""
    fi
}

# check_system FILE LINE FLOOR HEADER: an include between angle brackets.
check_system() {
    local allowed=${only[$4]:-${only[${4%%/*}]:-}}
    if [ -n "$allowed" ] && [[ " $allowed " != *" $3 "* ]]; then
        fault "$1:$2: $3 includes <$4>, which is for $allowed"
    fi
}

mapfile -t files < <(find include sim -name '*.[ch]' 2>/dev/null | sort)
declare -A floor_of=()
for file in "${files[@]}"; do
    floor=${file%%/*}
    if [ "$floor" = sim ]; then
        floor=${file#sim/}
        floor=${floor%%/*}
    fi
    if [ "$floor" = include ] || [ -n "${rank[$floor]:-}" ]; then
        floor_of[$file]=$floor
    else
        fault "$file: $floor is not a floor"
    fi
done
[ ${#files[@]} -gt 0 ] || fault "no sources under include/ and sim/"

# All in one call: starting a program for each file takes longer than the rest.
while IFS=: read -r file line include; do
    floor=${floor_of[$file]:-}
    if [ -z "$floor" ]; then
        continue
    elif ! [[ $include =~ ([\"\<])([^\"\>]+) ]]; then
        fault "$file:$line: includes what is not named here"
    elif [ "${BASH_REMATCH[1]}" = '"' ]; then
        check_project "$file" "$line" "$floor" "${BASH_REMATCH[2]}"
    else
        check_system "$file" "$line" "$floor" "${BASH_REMATCH[2]}"
    fi
done < <(grep -nHE '^[[:space:]]*#[[:space:]]*include' "${files[@]}" /dev/null || true)

[ "$faults" = 0 ]
