#!/usr/bin/env bash
# symbols.sh FLOOR=ARCHIVE...: no hidden state, and nothing a floor must not call. A variable that can be
# written, be it global or static, shows in a section .data, .bss or COMMON of an object file; a constant
# table does not, even where it holds addresses (.data.rel.ro).
set -euo pipefail

# Results must not depend on the libm of a machine, the clock or a hidden generator.
transcendental='(exp|exp2|exp10|expm1|log|log2|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh'
transcendental+='|asinh|acosh|atanh|erf|erfc|lgamma|tgamma|cbrt|sincos)[fl]?'
hidden='rand|srand|random|srandom|drand48|setlocale|atexit|strtok|localtime|gmtime'
printing='printf|puts|putchar|putc|perror|stdout|stderr|__printf_chk|vprintf|exit|_exit|quick_exit|abort'

faults=0
fault() {
    printf '%s\n' "$1" >&2
    faults=$((faults + 1))
}

[ $# -gt 0 ] || fault "no archives given"
for argument in "$@"; do
    floor=${argument%%=*}
    archive=${argument#*=}
    # Of every symbol: object file, name, class and section. Names with a dot were made by the compiler.
    symbols=$(nm -A -f sysv "$archive" 2>/dev/null | tr -d ' ' |
        awk -F'|' 'NF >= 7 { n = split($1, part, ":"); print part[n - 1], part[n], $3, $7 }')
    [ -n "$symbols" ] || fault "$archive: nm sees nothing"
    while read -r object name _ section; do
        case $section in
        .data.rel.ro*) ;;
        .data* | .bss* | .tdata* | .tbss* | *COM*) fault "$floor/$object: '$name' is state outside any struct" ;;
        esac
    done <<<"$symbols"
    forbidden=$hidden
    case $floor in
    base | params | world | network | process | model) forbidden+="|$transcendental" ;;
    esac
    [ "$floor" = cli ] || forbidden+="|$printing|strerror"
    while read -r object name _; do
        fault "$floor/$object: calls '$name', which this floor must not"
    done < <(awk -v no="^($forbidden)$" '$3 == "U" && $2 ~ no' <<<"$symbols")
done
[ "$faults" = 0 ]
