#include "bench/bytes_moved.h"

#include <string.h>

/* The columns that each process runs over. */
struct reach {
    enum process process;
    const char *population, *columns;
};

static const struct reach reaches[] = {
    {PROCESS_DEMOGRAPHY, "residents", "id birth position"},
    {PROCESS_DEMOGRAPHY, "needs", "resident domain severity"},
    {PROCESS_SUPPORT_NETWORK, "residents", "id birth news heard"},
    {PROCESS_SUPPORT_NETWORK, "support_ties", "alter ego degree"},
    {PROCESS_NEEDS, "residents", "id birth needs ended worst next self_reliance traits"},
    {PROCESS_NEEDS, "needs",
     "resident domain flags complexity spell severity pace net informal formal effectiveness"},
    {PROCESS_INFORMAL_SUPPORT, "residents",
     "id birth strain worst willingness burnout available demand given traits care_months"},
    {PROCESS_INFORMAL_SUPPORT, "support_ties", "alter strength"},
    {PROCESS_INFORMAL_SUPPORT, "needs",
     "resident domain flags asked_of severity net asked informal presence formal"},
    {PROCESS_INTAKE, "residents", "id known trust self_reliance"},
    {PROCESS_INTAKE, "needs", "resident domain flags scaling waiting spell severity"},
    {PROCESS_FORMAL_SUPPORT, "residents", "known vision_cause vision_result first_need next"},
    {PROCESS_FORMAL_SUPPORT, "needs",
     "resident domain flags provider scaling waiting alone complexity severity net informal "
     "presence formal effectiveness"},
    {PROCESS_SELF_RELIANCE, "residents", "id birth traits position self_reliance"},
    {PROCESS_SELF_RELIANCE, "needs", "resident flags net asked informal formal effectiveness"},
    {PROCESS_TRUST, "residents", "known trust news heard"},
    {PROCESS_TRUST, "needs", "resident domain flags waiting since net informal formal"},
};

static bool named(const char *list, const char *name)
{
    const size_t length = strlen(name);
    for (const char *at = strstr(list, name); at; at = strstr(at + 1, name))
        if ((at == list || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
            return true;
    return false;
}

static size_t rows_in_use(const struct world *world, const struct population *population)
{
    if (population->identity != IDENTITY_NEED)
        return population->rows;
    size_t rows = 0;
    for (size_t b = 0; b < world->blocks.count; b++)
        rows += world->blocks.row_count[b];
    return rows;
}

double bytes_moved(const struct world *world, enum process process)
{
    struct population list[POPULATIONS];
    world_populations(world, list);
    double bytes = 0;
    for (size_t r = 0; r < sizeof reaches / sizeof *reaches; r++)
        for (size_t p = 0; p < POPULATIONS && reaches[r].process == process; p++)
            for (size_t c = 0; c < list[p].columns.count; c++) {
                const struct column *column = &list[p].columns.rows[c];
                if (strcmp(list[p].name, reaches[r].population) == 0 &&
                    named(reaches[r].columns, column->name))
                    bytes += (double)(column_size(column->type) * column->width *
                                      rows_in_use(world, &list[p]));
            }
    return bytes;
}
