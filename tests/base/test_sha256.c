/* SHA-256 gives the digests of FIPS 180-4 and its examples. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/sha256.h"

static void digest_is(const void *bytes, size_t length, const char *expected)
{
    char text[SHA256_TEXT];
    sha256_text(bytes, length, text);
    assert_string_equal(text, expected);
}

static void the_examples_of_the_standard_hold(void **state)
{
    (void)state;
    digest_is("", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    digest_is("abc", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    digest_is("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56,
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    char *million = malloc(1000000);
    assert_non_null(million);
    memset(million, 'a', 1000000);
    digest_is(million, 1000000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    free(million);
}

/* The padding changes its form at these lengths; figures of the sha256sum of coreutils. */
static void the_padding_is_right_around_a_block(void **state)
{
    (void)state;
    char zeros[64];
    memset(zeros, '0', sizeof zeros);
    digest_is(zeros, 55, "9f8ef876f51f5313c91cc3f6b8119af09d8bbdd72098fa149b2780eb3591d6be");
    digest_is(zeros, 64, "60e05bd1b195af2f94112fa7197a5c88289058840ce7c6df9693756bc6250f55");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_examples_of_the_standard_hold),
        cmocka_unit_test(the_padding_is_right_around_a_block),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
