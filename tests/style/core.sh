#!/usr/bin/env bash
# core.sh CC [FLAGS...]: the core of the model compiles without OpenMP, HDF5, libyaml and MPI, so that it can
# go where these are not. Files that include <yaml.h> are the ones left out.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

mapfile -t files < <(find sim/{base,params,world,network,process,model} -name '*.c' \
    -exec grep -L '<yaml\.h>' {} + 2>/dev/null | sort)
if [ ${#files[@]} = 0 ]; then
    echo "no sources found" >&2
    exit 1
fi
"$@" -std=c11 -D_POSIX_C_SOURCE=200809L -fsyntax-only -Wall -Wextra -Werror -Wno-unknown-pragmas \
    -I include -I sim "${files[@]}"
