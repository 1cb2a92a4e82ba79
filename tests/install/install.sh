#!/usr/bin/env bash
# install.sh CMAKE BUILD: installs a build into a folder and works from there alone: the baseline runs for two
# months in a tenth of its place, the man pages can be read, and a C program of ten lines is compiled against the
# library, by pkg-config and by the CMake package, and runs.
set -euo pipefail
cmake=$1
build=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
prefix=$folder/prefix
unset SAMENSPEL_SCENARIOS

"$cmake" --install "$build" --prefix "$prefix" >"$folder/installed"

# The tree is moved first: nothing in it may remember where it was put.
mv "$prefix" "$folder/moved"
prefix=$folder/moved
mkdir "$folder/elsewhere"
cd "$folder/elsewhere"

echo "The command runs the baseline and checks it:"
"$prefix/bin/samenspel" run baseline -o baseline.h5 --months 2 --set place.scale=0.1 --quiet
"$prefix/bin/samenspel" info baseline.h5
test "$(head -c 4 baseline.h5 | tail -c 3)" = HDF

echo "The man pages:"
for page in "$prefix"/share/man/man1/*.1; do
    head -n 1 "$page"
    # Each page must come out of man without a complaint, where there is man.
    if command -v man >/dev/null; then
        complaints=$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null)
        [ -z "$complaints" ] || { echo "$complaints" && exit 1; }
    fi
done
test -s "$prefix/share/man/man1/samenspel.1"
test -s "$prefix/share/man/man1/samenspel-run.1"

libraries=$(dirname "$(find "$prefix" -name 'libsamenspel.so' | head -n 1)")
export LD_LIBRARY_PATH=$libraries${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}

echo "A program by pkg-config:"
export PKG_CONFIG_PATH=$libraries/pkgconfig
read -ra flags <<<"$(pkg-config --cflags --libs samenspel)"
cc -std=c11 -Wall -Wextra -Werror -o by_pkg_config "$here/client.c" "${flags[@]}"
./by_pkg_config "$prefix/share/samenspel/scenarios/baseline.yaml" | tee by_pkg_config.txt

echo "The same by the CMake package:"
"$cmake" -G Ninja -S "$here" -B package -DCMAKE_PREFIX_PATH="$prefix" >package.log || { cat package.log && exit 1; }
"$cmake" --build package >>package.log || { cat package.log && exit 1; }
package/client "$prefix/share/samenspel/scenarios/baseline.yaml" | tee by_package.txt
cmp by_pkg_config.txt by_package.txt

echo "The library shows what its headers declare, and nothing else:"
others=$(nm -D --defined-only "$libraries/libsamenspel.so" | awk '$2 != "A" && $3 !~ /^spel_/ { print $3 }')
if [ -n "$others" ]; then
    echo "also visible: $others"
    exit 1
fi
