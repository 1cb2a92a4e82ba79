/* Letters about ties. What happens to one resident changes the rows of others, who
 * may belong to another thread: it is written down, sorted by addressee and then
 * delivered, each addressee's letters in the order of who wrote them. So no row is
 * written by two threads, and nothing depends on how many there are. */
#ifndef PROCESS_SUPPORT_MAIL_H
#define PROCESS_SUPPORT_MAIL_H

#include "world/world.h"

enum support_news {
    SUPPORT_ALTER_DIED, /* the one counted on; below: who counts on the addressee */
    SUPPORT_ALTER_LEFT,
    SUPPORT_ALTER_MOVED, /* to residents.next of the old place */
    SUPPORT_EGO_LEFT,
    SUPPORT_EGO_MOVED,
    SUPPORT_NAMED,     /* somebody counts on the addressee from now on */
    SUPPORT_NOT_NAMED, /* or no longer */
    SUPPORT_GOOD,      /* experience of one counted on */
    SUPPORT_BAD
};

/* A letter: to whom, and what about whom; `kind` is that of the tie. */
static inline uint64_t support_letter(uint32_t to, enum support_news news, uint32_t about,
                                      enum tie_kind kind)
{
    return (uint64_t)to << 32 | (uint64_t)news << 28 | tie_pack(about, kind);
}

/* Letters of one block of residents, from `letter` on; their number. Only counts them where
 * `letter` is NULL. */
typedef size_t support_write(const struct world *world, size_t block, uint64_t *letter);
/* One letter that arrives. */
typedef void support_read(struct world *world, uint32_t to, enum support_news news, uint32_t tie);

/* Has the letters of all blocks written, as many at once as there is room for, and delivered. */
void support_mail(struct world *world, support_write *write, support_read *read);

#endif
