#!/usr/bin/env bash
# quickstart.sh: ./quickstart on machines of all kinds. It runs in a folder where the tools it calls are stand-ins
# that write down how they were called, and where nothing else is on the path.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

faults=0
tried=0

# stand_in NAME SCRIPT: a tool that writes its call to the log and then does what the script says.
stand_in() {
    printf '#!/bin/bash\necho "%s $*" >>"%s/log"\n%s\n' "$1" "$folder" "$2" >"$folder/tools/$1"
    chmod +x "$folder/tools/$1"
}

# A Debian machine of root's where everything is installed and everything works.
machine() {
    rm -rf "$folder/tools" "$folder/checkout" "$folder/log"
    mkdir -p "$folder/tools" "$folder/checkout/build/release"
    : >"$folder/log"
    local tool
    for tool in bash env cat sed mkdir dirname nproc grep; do
        ln -s "$(command -v $tool)" "$folder/tools/$tool"
    done
    cp "$top/quickstart" "$folder/checkout/quickstart"
    printf '#!/bin/bash\necho "samenspel $*" >>"%s/log"\n' "$folder" >"$folder/checkout/build/release/samenspel"
    chmod +x "$folder/checkout/build/release/samenspel"
    stand_in id 'echo 0'
    stand_in cmake ''
    stand_in apt-get ''
    stand_in dpkg-query 'echo installed'
}

ninja_is_missing() {
    # shellcheck disable=SC2016
    stand_in dpkg-query 'case "${!#}" in ninja-build|zlib1g-dev) exit 1 ;; *) echo installed ;; esac'
}

# run STATUS [ARGUMENTS...]: ./quickstart ends with that status.
run() {
    local status=0
    tried=$((tried + 1))
    (cd "$folder" && PATH=$folder/tools checkout/quickstart "${@:2}" </dev/null >said 2>&1) || status=$?
    if [ "$status" != "$1" ]; then
        echo "'${*:2}' ended with $status, not $1: $(cat "$folder/said")"
        faults=$((faults + 1))
    fi
}

# says TEXT, calls TEXT, does_not_call TEXT: of the last run.
says() {
    grep -qF -- "$1" "$folder/said" || { echo "should say '$1': $(cat "$folder/said")" && faults=$((faults + 1)); }
}
calls() {
    grep -qF -- "$1" "$folder/log" || { echo "should call '$1': $(cat "$folder/log")" && faults=$((faults + 1)); }
}
does_not_call() {
    ! grep -qF -- "$1" "$folder/log" || { echo "should not call '$1': $(cat "$folder/log")" && faults=$((faults + 1)); }
}

echo "Where everything is installed, nothing is installed, and the baseline runs:"
machine
run 0
does_not_call apt-get
calls 'cmake --preset release'
calls 'cmake --build --preset release'
calls 'samenspel run scenarios/baseline.yaml -o baseline.h5'
says 'What to do next'

echo "As root, what is missing is installed, and only that:"
machine
ninja_is_missing
run 0
calls 'apt-get update'
calls 'apt-get install -y -qq --no-install-recommends ninja-build zlib1g-dev'
calls 'samenspel run'

echo "By sudo likewise:"
machine
ninja_is_missing
stand_in id 'echo 1000'
# shellcheck disable=SC2016
stand_in sudo '[ "$1" != -n ] || shift; "$@"'
ln -s /bin/true "$folder/tools/true"
run 0
calls 'sudo apt-get update'
calls 'apt-get install -y -qq --no-install-recommends ninja-build zlib1g-dev'

echo "With neither, the list is printed and the work goes on:"
machine
ninja_is_missing
stand_in id 'echo 1000'
run 0
does_not_call 'apt-get install'
says 'apt-get install ninja-build zlib1g-dev'
calls 'samenspel run'

echo "Where packages cannot be had, likewise:"
machine
ninja_is_missing
stand_in apt-get 'exit 100'
run 0
says 'apt-get install ninja-build zlib1g-dev'
calls 'samenspel run'

echo "On another system the whole list is printed and the work goes on:"
machine
rm "$folder/tools/dpkg-query" "$folder/tools/apt-get"
run 0
says 'gcc libc6-dev cmake ninja-build pkg-config libyaml-dev libhdf5-dev libgsl-dev zlib1g-dev'
calls 'samenspel run'

echo "What was not found is said when the build cannot be set up:"
machine
stand_in cmake 'echo "Could NOT find HDF5" >&2; exit 1'
run 1
says 'Could NOT find HDF5'
says "The build 'release' cannot be set up"
does_not_call 'samenspel run'

echo "What it does not know it does not do:"
machine
run 2 tests
says './quickstart test --long'
does_not_call cmake

echo "$tried runs, $faults faults"
[ "$faults" = 0 ]
