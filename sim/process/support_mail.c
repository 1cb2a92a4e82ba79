#include "process/support_mail.h"

#include "base/prefetch.h"
#include "base/sort.h"

/* Stretches into which the delivery is cut; an addressee belongs to one of them. */
enum { ROUNDS = 64, TO = 32, NEWS = 28 };

static uint32_t addressee(uint64_t letter)
{
    return (uint32_t)(letter >> TO);
}

/* Where the letters of the first addressee at or after `at` begin. */
static size_t next_addressee(const uint64_t *letters, size_t count, size_t at)
{
    while (at > 0 && at < count && addressee(letters[at]) == addressee(letters[at - 1]))
        at++;
    return at;
}

static void ask_for(const struct ties *ties, uint64_t letter)
{
    const size_t to = addressee(letter);
    prefetch(ties->alter + to * TIE_SLOTS);
    prefetch(ties->ego + to * TIE_SLOTS);
}

static void deliver(struct world *world, size_t count, support_read *read)
{
    const uint64_t *letters = world->scratch.letters;
#pragma omp parallel for schedule(dynamic)
    for (size_t r = 0; r < ROUNDS; r++) {
        const size_t from = next_addressee(letters, count, count * r / ROUNDS);
        const size_t end = next_addressee(letters, count, count * (r + 1) / ROUNDS);
        for (size_t k = from; k < end; k++) {
            if (k + PREFETCH_AHEAD < end)
                ask_for(&world->ties, letters[k + PREFETCH_AHEAD]);
            read(world, addressee(letters[k]), (enum support_news)(letters[k] >> NEWS & 15),
                 (uint32_t)letters[k] & ((1u << NEWS) - 1));
        }
    }
}

/* Blocks from `block` on whose letters fit together; first[b] becomes where those of b begin. */
static size_t fit(const struct scratch *scratch, size_t block, size_t *count)
{
    size_t *first = scratch->letter_first;
    *count = 0;
    for (; block < scratch->blocks; block++) {
        const size_t here = first[block];
        if (*count + here > scratch->letter_capacity)
            break;
        first[block] = *count;
        *count += here;
    }
    return block;
}

void support_mail(struct world *world, support_write *write, support_read *read)
{
    struct scratch *scratch = &world->scratch;
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < scratch->blocks; b++)
        scratch->letter_first[b] = write(world, b, NULL);
    for (size_t from = 0, end; from < scratch->blocks; from = end) {
        size_t count;
        end = fit(scratch, from, &count);
#pragma omp parallel for schedule(static)
        for (size_t b = from; b < end; b++)
            write(world, b, scratch->letters + scratch->letter_first[b]);
        sort_items(scratch->letters, scratch->letter_spare, count);
        deliver(world, count, read);
    }
}
