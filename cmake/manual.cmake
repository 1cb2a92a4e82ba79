# Writes into FOLDER the man pages that COMMAND prints: samenspel.1, and samenspel-NAME.1 for each command
# whose name it prints.

function(page name)
    execute_process(COMMAND ${COMMAND} help --man ${ARGN} OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
    if(NOT text MATCHES "^\\.TH ")
        message(FATAL_ERROR "'samenspel help --man ${ARGN}' prints no man page")
    endif()
    file(WRITE ${FOLDER}/${name}.1 "${text}")
endfunction()

file(REMOVE_RECURSE ${FOLDER})
execute_process(COMMAND ${COMMAND} help --names OUTPUT_VARIABLE names
    OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
string(REPLACE "\n" ";" names "${names}")
foreach(name IN LISTS names)
    page(samenspel-${name} ${name})
endforeach()
page(samenspel)
