/* compare_contents A.h5 B.h5: says whether two files have the same contents,
 * and leaves with 1 when they do not. */
#include <stdio.h>

#include "support/same_contents.h"

int main(int count, char **words)
{
    char sentence[1200];
    size_t compared;
    if (count != 3)
        return 2;
    if (!same_contents(words[1], words[2], &compared, sentence, sizeof sentence)) {
        printf("%s\n", sentence);
        return 1;
    }
    printf("the same %zu datasets and attributes\n", compared);
    return 0;
}
