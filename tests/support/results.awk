# Reads what ctest wrote as JUnit XML and prints a line a test: passed, failed or skipped, with its name. A
# cmocka executable gives a line for each of its functions; any other test, one line. A test that could not be
# run at all has failed. `preset` names the build.

/<testcase / {
    match($0, /name="[^"]*"/)
    name = preset "/" substr($0, RSTART + 6, RLENGTH - 7)
    passed = $0 ~ /status="run"/
    skipped = 0
    functions = failures = running = 0
}
/<skipped message="SKIP_/ { skipped = 1 }
{ sub(/.*<system-out>/, "") }
/^\[=+\] Running / { running = 1 }
/^\[=+\] [0-9]+ test\(s\) run/ { running = 0 }
running && /^\[ +OK \]/ { functions++; print "passed " name ":" $4 }
running && /^\[ +SKIPPED +\]/ { functions++; print "skipped " name ":" $4 }
running && /^\[ +FAILED +\]/ { failures++; print "failed " name ":" $4 }
/<\/testcase>/ {
    if (skipped)
        print "skipped " name
    else if (!passed && failures == 0)
        print "failed " name
    else if (passed && functions == 0)
        print "passed " name
}
