#include "base/digest.h"

#include <inttypes.h>
#include <stdio.h>

struct digest digest_chain(struct digest before, struct digest month)
{
    struct digest chained = digest_of(before.low, before.high, month.low);
    digest_add(&chained, digest_of(month.high, before.low, before.high));
    return chained;
}

void digest_text(struct digest digest, char text[DIGEST_TEXT])
{
    snprintf(text, DIGEST_TEXT, "%016" PRIx64 "%016" PRIx64, digest.high, digest.low);
}
