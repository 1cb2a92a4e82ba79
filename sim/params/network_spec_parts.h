/* What the parts of the reader of network specs share. Private to them. */
#ifndef PARAMS_NETWORK_SPEC_PARTS_H
#define PARAMS_NETWORK_SPEC_PARTS_H

#include "params/network_spec.h"
#include "params/reading.h"

enum { SPEC_TEXT = 1000 };

/* What is found goes into the spec; faults go to the reader. */
void spec_read_covariates(struct network_spec *spec, const struct value *value);
void spec_read_behaviours(struct network_spec *spec, const struct value *value);
void spec_read_dyadics(struct network_spec *spec, const struct value *value);
/* After the behaviours and covariates. */
void spec_read_rates(struct network_spec *spec, const struct value *value);
void spec_read_effects(struct network_spec *spec, const struct value *value);

/* A mapping of which the keys are names that the author chose. */
size_t spec_pair_count(const struct value *mapping);
/* The i-th name and what is under it; false after a fault. */
bool spec_pair_at(const struct value *mapping, size_t i, const char **name, struct value *entry);

struct spec_mark spec_mark_of(const struct value *value);
/* A text of the spec's own with its place; false after a fault. */
bool spec_text(const struct value *value, const char **text, struct spec_mark *mark);
/* A number that may be absent (node NULL). */
bool spec_number(const struct value *value, double least, double most, struct spec_number *number);

/* Reads the tables that the spec names; `error` gets the faults. */
bool spec_read_tables(struct network_spec *spec, struct spel_error *error);

#endif
