/* Two months of a tenth of the scenario in the file that is named, and the digest. */
#include <samenspel.h>
#include <stdio.h>

int main(int count, char **arguments)
{
    struct spel_error error;
    const char *const settings[] = {"place.scale=0.1"};
    struct spel_run *run = spel_run_create(arguments[count - 1], settings, 1, 0, &error);
    char digest[SPEL_DIGEST_TEXT] = "";
    for (int month = 0; run && month < 2; month++)
        spel_run_step(run);
    if (run)
        spel_run_digest(run, digest);
    printf("samenspel %s: %s\n", spel_version(), run ? digest : error.text);
    spel_run_free(run);
    return run ? 0 : 1;
}
