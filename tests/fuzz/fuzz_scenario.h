/* One input for the scenario reader; the same for libFuzzer and for tests. */
#ifndef TESTS_FUZZ_SCENARIO_H
#define TESTS_FUZZ_SCENARIO_H

#include <stddef.h>
#include <stdint.h>

/* Returns 0; ends the program when the reader breaks its word. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

#endif
