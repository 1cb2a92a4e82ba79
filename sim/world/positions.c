#include "world/positions.h"

#include <string.h>

enum { CELLS = AGE_FIVES * POSITION_KINDS };

void positions_count(const struct world *world, uint32_t month, uint32_t *cells)
{
    const struct neighbourhoods *n = &world->neighbourhoods;
    const struct residents *residents = &world->residents;
    memset(cells, 0, world->municipalities.count * CELLS * sizeof *cells);
#pragma omp parallel for schedule(dynamic)
    for (size_t i = 0; i < n->count; i++) {
        uint32_t here[CELLS] = {0};
        for (uint32_t k = n->first[i]; k < n->first[i] + n->places[i]; k++) {
            if (residents->id[k] == 0)
                continue;
            const int five = residents_age_months(residents, k, month) / 60;
            here[(five < AGE_FIVES ? five : AGE_FIVES - 1) * POSITION_KINDS +
                 residents->position[k]]++;
        }
        uint32_t *there = cells + (size_t)n->municipality[i] * CELLS;
        for (size_t c = 0; c < CELLS; c++) {
#pragma omp atomic
            there[c] += here[c];
        }
    }
}
