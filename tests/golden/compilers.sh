#!/usr/bin/env bash
# compilers.sh GENERATED [all] -- SOURCES...: one digest a month, whatever compiled it. The core of the model is
# compiled by gcc and by clang, for any x86-64 and for one with AVX2 and fused multiplication throughout, and run
# for some months of a small scenario; with `all` at every level of optimisation, else at two unlike ones.
set -euo pipefail
generated=$1
shift
choice=some
if [ "$1" = all ]; then
    choice=all
    shift
fi
[ "$1" = -- ]
shift
sources=("$@")
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

if [ $choice = all ]; then
    variants=(gcc:O{0,1,2,3}:{portable,avx2} clang-14:O{0,1,2,3}:{portable,avx2})
else
    variants=(gcc:O0:portable clang-14:O2:avx2)
fi
settings=(place.scale=0.05)

# compile COMPILER LEVEL INSTRUCTIONS: makes $folder/digest.
compile() {
    local flags=(-"$2" -std=c11 -D_POSIX_C_SOURCE=200809L -ffp-contract=off -fno-math-errno -fopenmp
        -Wno-unknown-pragmas -I "$top/include" -I "$top/sim" -I "$generated")
    case $3 in
    portable) flags+=(-DSAMENSPEL_PORTABLE) ;;
    avx2) flags+=(-mavx2 -mfma) ;;
    esac
    rm -rf "$folder/objects"
    mkdir "$folder/objects"
    # The object is named after the whole path: two floors may have a file of one name.
    # shellcheck disable=SC2016
    printf '%s\0' "${sources[@]}" "$top/tests/golden/digest.c" | OBJECTS=$folder/objects xargs -0 -n 1 -P 2 \
        sh -c 'for file; do :; done; set -- "$@" -o "$OBJECTS/$(echo "$file" | tr / _).o"; exec "$@"' sh \
        "$1" "${flags[@]}" -c
    "$1" -fopenmp "$folder"/objects/*.o -lyaml -lm -o "$folder/digest"
}

reference=
for variant in "${variants[@]}"; do
    IFS=: read -r compiler level instructions <<<"$variant"
    if ! command -v "$compiler" >/dev/null; then
        echo "$variant: $compiler is absent"
        absent=yes
        continue
    fi
    if [ "$instructions" = avx2 ] && ! grep -qm1 -w avx2 /proc/cpuinfo; then
        echo "$variant: this processor has no AVX2"
        absent=yes
        continue
    fi
    compile "$compiler" "$level" "$instructions"
    "$folder/digest" "$top/scenarios/baseline.yaml" 6 "${settings[@]}" >"$folder/digests"
    [ "$(wc -l <"$folder/digests")" = 7 ]
    [ "$(sort -u -k2 "$folder/digests" | wc -l)" = 7 ]
    if [ -z "$reference" ]; then
        reference=$(cat "$folder/digests")
    fi
    if [ "$reference" != "$(cat "$folder/digests")" ]; then
        echo "$variant: other digests than ${variants[0]}"
        diff <(echo "$reference") "$folder/digests" | head -n 4
        exit 1
    fi
    echo "$variant: $(tail -n 1 "$folder/digests")"
done
[ -z "${absent:-}" ] || exit 77
