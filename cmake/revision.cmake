# Writes HEADER with the git revision of SOURCE, and only when it differs, so that nothing is built again
# without need. Outside a checkout, or without git, the revision is "unknown".

execute_process(COMMAND git -C ${SOURCE} rev-parse --show-toplevel
    OUTPUT_VARIABLE top OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
if(NOT failed)
    file(REAL_PATH ${SOURCE} source)
    if(NOT top STREQUAL source)
        set(failed "the checkout is another project's")
    endif()
endif()
if(NOT failed)
    execute_process(COMMAND git -C ${SOURCE} describe --always --abbrev=40 --exclude=* --dirty=+
        OUTPUT_VARIABLE revision OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
endif()
if(failed OR revision STREQUAL "")
    set(revision "unknown")
endif()
file(CONFIGURE OUTPUT ${HEADER} CONTENT "#define SPEL_REVISION \"${revision}\"\n" @ONLY)
