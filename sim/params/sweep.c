#include "params/sweep.h"

#include "base/memory.h"

const char *const shape_names[SHAPES] = {"values", "uniform", "loguniform", "triangular", "whole"};

void sweep_clear(struct sweep *sweep)
{
    for (size_t i = 0; i < sweep->count; i++) {
        memory_release(sweep->factors[i].path);
        memory_release(sweep->factors[i].values);
    }
    memory_release(sweep->factors);
    *sweep = (struct sweep){0};
}

bool factor_is_list(const struct factor *factor)
{
    return factor->shape == SHAPE_VALUES;
}
