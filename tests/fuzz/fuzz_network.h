/* One input for the readers of network specs and their tables. */
#ifndef TESTS_FUZZ_NETWORK_H
#define TESTS_FUZZ_NETWORK_H

#include <stddef.h>
#include <stdint.h>

/* Returns 0; ends the program when a reader breaks its word. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

#endif
