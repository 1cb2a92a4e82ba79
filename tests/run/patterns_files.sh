#!/bin/sh
# patterns_files.sh PROGRAM COMMAND SOURCES FOLDER: what is undecided of a pattern gets more replicates, and what was run
# is printed again without running.
set -eu
program=$1 command=$2 sources=$3 folder=$4
rm -rf "$folder"
mkdir -p "$folder/scenarios/patterns" "$folder/out" "$folder/first"
cp -r "$sources/scenarios/places" "$folder/scenarios/"
cp "$sources"/scenarios/*.yaml "$folder/scenarios/"
cd "$folder"

village='samenspel: 1
based_on: aa-en-hunze
place: {scale: 0.02}
time: {months: 3}
runs: {replicates: 2}
record: {panel: 0, neighbourhoods: no, organisations: no}
parameters: {settlement: {burn_in: 0}, support_network: {burn_in: 0}}'
printf '%s\nhistory: -1\n' "$village" >scenarios/patterns/other.yaml
# expects FILE NUMBER [CLAIM]: a claim that can be decided by its number alone, after others.
expects() {
    printf '%s\nexpect:\n%s\n%s\n' "$village" "${3:-}" \
        "  - {claim: \"trust\", test: \"mean(trust_mean) > $2\", type: V, pattern: 6}" >"scenarios/patterns/$1.yaml"
}

fail() {
    echo "$1" >&2
    cat table >&2
    exit 1
}

# What the first two replicates say on average these two cannot decide, nor a few more.
expects trial 0
number=$("$program" first trial | sed -n 's/^| 6 V | trust | [^|]* | \([^ ]*\) .*/\1/p')
expects village "$number" '  - {claim: some trust, test: "mean(diff(trust_mean, other)) > -2", type: E, pattern: 6, without: [trust]}'
"$program" --until-decided 5 out village >table
[ "$(cd out && echo *)" = "village-more1.h5 village-more2.h5 village-null.h5 village.h5" ] || fail "not these files"
grep -q '^| 6 E | some trust | .* | 2 | held | \*\*still there\*\* without trust | \*\*holds\*\* |$' table ||
    fail "what was decided did not stay so"
grep -q '^| 6 V | trust | .* | 5 | undecided |  |  |$' table || fail "no row undecided"
grep -q '^| 6 village | V, E | undecided | 1, 0, 1 |  | 1 \*\*still there\*\* | \*\*holds\*\* |$' table ||
    fail "no line of the pattern"

# The further runs are of what the undecided claim compares; it comes to the same without the other beside it.
"$command" info out/village.h5 | grep -q '^scenario  *village, other, village without trust, other without trust$' ||
    fail "not all scenarios were run at first"
for more in out/village-more*.h5; do
    "$command" info "$more" | grep -q '^scenario  *village$' || fail "$more: more than an undecided claim needs"
done
expects alone "$number"
"$program" --until-decided 5 out alone >lonely
grep '^| 6 V | trust' table >one
grep '^| 6 V | trust' lonely >other
cmp one other || fail "a claim rests on those beside it"

# Who asks for more later goes on from the files that are there.
"$program" --until-decided 7 out alone >later || fail "asking for more was refused"
grep -q '^| 6 V | trust | .* | 7 |' later || fail "not seven replicates"
[ "$(cd out && echo alone*)" = "alone-more1.h5 alone-more2.h5 alone-more3.h5 alone.h5" ] || fail "not one file more"
rm out/alone*

# A table that is kept is held against it, and one that says the opposite is told.
"$program" --kept table --print out village >again || fail "the same table is not kept"
cmp table again
sed 's/| 2 | held |/| 2 | broken |/' table >opposite
! "$program" --kept opposite --print out village >/dev/null 2>said || fail "the opposite was not seen"
grep -q 'says the opposite' said || fail "the opposite was not told"

# Printing needs no scenario and runs nothing.
rm -r scenarios out/village-null.h5
"$program" --print out village other >again 2>said
grep -q '^| 6 E | some trust | .* | 2 | held | \*\*still there\*\* without trust |  |$' again || fail "printed otherwise"
grep -q '^out/other.h5: has not been run$' said || fail "what was not run was not told"
[ ! -e out/village-null.h5 ] || fail "printing ran something"

if "$program" --until-decided none out village 2>/dev/null; then fail "a word was taken for a number"; fi
cd ..
rm -rf "$folder"
