#include "params/nearest.h"

#include <stdint.h>
#include <string.h>

enum { LONGEST = 96 };

static unsigned char folded(char letter)
{
    if (letter >= 'A' && letter <= 'Z')
        return (unsigned char)(letter - 'A' + 'a');
    if (letter == '-' || letter == ' ')
        return '_';
    return (unsigned char)letter;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

size_t word_distance(const char *one, const char *other)
{
    const size_t n = strlen(one), m = strlen(other);
    if (n >= LONGEST || m >= LONGEST)
        return SIZE_MAX;
    size_t rows[3][LONGEST];
    for (size_t j = 0; j <= m; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t *now = rows[i % 3];
        const size_t *before = rows[(i + 2) % 3], *earlier = rows[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= m; j++) {
            const unsigned char a = folded(one[i - 1]), b = folded(other[j - 1]);
            now[j] = least(least(before[j], now[j - 1]) + 1, before[j - 1] + (a != b));
            if (i > 1 && j > 1 && a == folded(other[j - 2]) && b == folded(one[i - 2]))
                now[j] = least(now[j], earlier[j - 2] + 1);
        }
    }
    return rows[n % 3][m];
}

struct nearest nearest_begin(const char *wanted)
{
    /* A third of the letters may differ: more is another word. */
    return (struct nearest){.wanted = wanted, .distance = (strlen(wanted) + 2) / 3 + 1};
}

void nearest_offer(struct nearest *nearest, const char *word)
{
    const size_t distance = word_distance(nearest->wanted, word);
    if (distance < nearest->distance) {
        nearest->distance = distance;
        nearest->best = word;
    }
}
