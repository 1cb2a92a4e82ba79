#!/usr/bin/env bash
# test_checks.sh CC: each check of this folder passes a good sample and refuses bad ones, with its sentence.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
compiler=${1:-cc}
sample=$(mktemp -d)
trap 'rm -rf "$sample"' EXIT

faults=0
tried=0

# write FILE: a file of the sample, from standard input.
write() {
    mkdir -p "$sample/$(dirname "$1")"
    cat >"$sample/$1"
}

fresh() {
    rm -rf "$sample"
    mkdir -p "$sample"
    write sim/base/sum.h <<<'int sum(int a, int b);'
    printf '#include "base/sum.h"\n\nint sum(int a, int b)\n{\n    return a + b;\n}\n' | write sim/base/sum.c
}

# passes CHECK [ARGUMENTS...]
passes() {
    local status=0
    tried=$((tried + 1))
    "$here/$1.sh" "${@:2}" >"$sample/said" 2>&1 || status=$?
    if [ "$status" != 0 ] && [ "$status" != 77 ]; then
        echo "$1 refuses a good sample: $(cat "$sample/said")"
        faults=$((faults + 1))
    fi
}

# refuses SENTENCE CHECK [ARGUMENTS...]
refuses() {
    local status=0
    tried=$((tried + 1))
    "$here/$2.sh" "${@:3}" >"$sample/said" 2>&1 || status=$?
    if [ "$status" = 77 ]; then
        return
    elif [ "$status" = 0 ] || ! grep -qF "$1" "$sample/said"; then
        echo "$2 should say '$1' and fails with $status: $(cat "$sample/said")"
        faults=$((faults + 1))
    fi
}

# includes SENTENCE FILE INCLUDE: floors.sh refuses that include in that file.
includes() {
    fresh
    write "$2" <<<"#include $3"
    refuses "$1" floors "$sample"
}

fresh
passes floors "$sample"
includes 'stands above it' sim/base/error.c '"world/residents.h"'
includes 'does not name its folder' sim/base/error.c '"sum.h"'
includes 'is in no floor' sim/base/error.c '"elsewhere/sum.h"'
includes 'a process includes another process' sim/process/needs.c '"process/trust.h"'
includes 'which is not installed' include/samenspel/model.h '"base/sum.h"'
includes 'which is for output' sim/world/residents.c '<hdf5.h>'
includes 'which is for observe output run' sim/process/needs.c '<gsl/gsl_rng.h>'
includes 'which is for base params observe' sim/process/needs.c '<math.h>'
includes 'is not a floor' sim/attic/old.c '<stdio.h>'
fresh
write sim/process/needs.h <<<'void needs_step(void);'
printf '#include "process/needs.h"\n#include "process/needs_course.h"\n' | write sim/process/needs.c
write sim/process/needs_course.h <<<'void needs_course(void);'
passes floors "$sample"
write sim/process/trust.c <<<'#include "process/needs_course.h"'
refuses 'sim/process/trust.c:1: a process includes another process' floors "$sample"
fresh
write sim/process/support_ties.h <<<'void support_ties_step(void);'
write sim/process/support_network.c <<<'#include "process/support_ties.h"'
refuses 'sim/process/support_network.c:1: a process includes another process' floors "$sample"
rm -rf "$sample/sim"
refuses 'no sources' floors "$sample"

# symbols SENTENCE FLOOR CODE: symbols.sh refuses an object made of that code, or passes it where no sentence.
symbols() {
    fresh
    write sample.c <<<"$3"
    "$compiler" -std=c11 -fPIC -ffp-contract=off -fno-builtin -O1 -c "$sample/sample.c" -o "$sample/sample.o"
    ar rc "$sample/sample.a" "$sample/sample.o"
    if [ -n "$1" ]; then
        refuses "$1" symbols "$2=$sample/sample.a"
    else
        passes symbols "$2=$sample/sample.a"
    fi
}

symbols '' base 'static const char *const names[] = {"a", "b"}; const char *name(int i) { return names[i]; }'
symbols "'months' is state" base 'int months;'
symbols "'months' is state" base 'int months = 3;'
symbols "is state" base 'int next(void) { static int last; return ++last; }'
symbols "is state" run '_Thread_local int depth;'
symbols "calls 'exp'" process 'double exp(double); double f(double x) { return exp(x); }'
symbols '' observe 'double exp(double); double f(double x) { return exp(x); }'
symbols "calls 'printf'" output 'int printf(const char *, ...); int f(void) { return printf("x"); }'
symbols '' cli 'int printf(const char *, ...); int f(void) { return printf("x"); }'
symbols "calls 'setlocale'" cli 'char *setlocale(int, const char *); char *f(void) { return setlocale(0, ""); }'
refuses 'no archives' symbols

long_function() {
    printf 'int sum(int a)\n{\n'
    for _ in $(seq "$1"); do echo '    a++;'; done
    printf '    return a;\n}\n'
}

fresh
passes length "$sample"
fresh
long_function 36 | write sim/base/long.c
passes length "$sample"
long_function 37 | write sim/base/long.c
refuses 'a function of 40 lines' length "$sample"
fresh
for _ in $(seq 300); do echo 'int sum(int a, int b);'; done | write sim/base/long.c
refuses '300 lines, at most 299' length "$sample"
fresh
for _ in $(seq 121); do echo 'int sum(int a, int b);'; done | write sim/base/long.h
refuses '121 lines, at most 120' length "$sample"
fresh
{
    echo 'static const int rows[] = {'
    for _ in $(seq 400); do echo '    1,'; done
    echo '};'
} | write sim/base/table.c
passes length "$sample"
fresh
printf '/* %0101d */\n' 0 | write sim/base/wide.c
refuses '107 characters' length "$sample"
fresh
printf '/* %092d \303\227 */\n' 0 | write sim/base/wide.c
passes length "$sample"
rm -rf "$sample/sim"
refuses 'no sources' length "$sample"

fresh
passes format "$sample"
write sim/base/sum.c <<<'int sum(int a,int b){return a+b;}'
refuses 'sim/base/sum.c' format "$sample"

fresh
git -C "$sample" init -q
git -C "$sample" add .
passes paths "$sample"
# Put together here, so that this very file does not name such a folder.
printf 'see %s/somebody/notes\n' /home | write notes.md
git -C "$sample" add .
refuses 'name a folder of one machine' paths "$sample"

fresh
# shellcheck disable=SC2016
printf '#!/usr/bin/env bash\necho "$1"\n' | write good.sh
passes shell "$sample"
# shellcheck disable=SC2016
printf '#!/usr/bin/env bash\nrm -rf $1/*\n' | write bad.sh
refuses 'SC2086' shell "$sample"

# model ROW: a MODEL.md of one column and one lever, with that row of who writes and reads.
model() {
    fresh
    write sim/world/residents.c <<<'    COLUMN(trust, F32, VALUE, "1", "trust in the municipality"),'
    write sim/params/levers.c <<<'    [OUTREACH] = {"outreach", FOLLOWS(KNOB_ORGANISATION), "goes out",'
    write MODEL.md <<END
| residents | unit | meaning |
|---|---|---|
| \`trust\` | 1 | trust in the municipality |

| state | written by | read by |
|---|---|---|
$1

| lever | where it enters | what it should change first | the test that shows it |
|---|---|---|---|
| \`outreach\` | intake | K | its own |
END
}
# shellcheck disable=SC2016
row='| `residents.trust` | trust | intake |'
model "$row"
passes model "$sample"
model "${row/ intake / }"
refuses 'an empty cell' model "$sample"
model "${row/residents.trust/residents.hope}"
refuses 'residents.trust: not once' model "$sample"
refuses 'residents.hope: no such column' model "$sample"
model "$row"
sed -i 's/trust in the municipality/trust/' "$sample/MODEL.md"
refuses 'residents.trust: its row should be' model "$sample"
model "$row"
# shellcheck disable=SC2016
echo 'See `sim/process/hope.c`.' >>"$sample/MODEL.md"
refuses 'sim/process/hope.c: no such source' model "$sample"
model "$row"
sed -i '/outreach/d' "$sample/MODEL.md"
refuses 'the lever outreach: not once' model "$sample"
model "$row"
write sim/process/intake.c <<<'double find = lever[OUTREACH];'
refuses 'the lever outreach: its row should name intake.c' model "$sample"
# shellcheck disable=SC2016
sed -i 's/`outreach` | intake/`outreach` | find (`intake.c`)/' "$sample/MODEL.md"
passes model "$sample"
rm -rf "$sample/sim"
refuses 'no columns' model "$sample"

echo "$tried samples, $faults faults"
[ "$faults" = 0 ]
