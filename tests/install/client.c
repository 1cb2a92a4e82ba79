/* Two months of the scenario in the file that is named, and the digest. */
#include <samenspel.h>
#include <stdio.h>

int main(int count, char **arguments)
{
    struct spel_error error;
    struct spel_run *run = spel_run_create(arguments[count - 1], NULL, 0, 0, &error);
    char digest[SPEL_DIGEST_TEXT] = "";
    for (int month = 0; run && month < 2; month++)
        spel_run_step(run);
    if (run)
        spel_run_digest(run, digest);
    printf("samenspel %s: %s\n", spel_version(), run ? digest : error.text);
    spel_run_free(run);
    return run ? 0 : 1;
}
