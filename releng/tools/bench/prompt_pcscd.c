/*
 * Loaded into pcscd by bench-printers: it then looks at its readers every 20 ms, and not every 0.4 s. A USB reader tells of a card by itself,
 * over the interrupt endpoint of CCID (section 3.3, RDR_to_PC_NotifySlotChange), and pcscd waits for that; the virtual reader cannot.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <time.h>

static const long POLLING = 400000000;
static const struct timespec PROMPT = {0, 20000000};

int nanosleep(const struct timespec *wanted, struct timespec *left)
{
    int polls = wanted->tv_sec == 0 && wanted->tv_nsec == POLLING;
    int failed = clock_nanosleep(CLOCK_MONOTONIC, 0, polls ? &PROMPT : wanted, left);
    /* clock_nanosleep returns what nanosleep leaves in errno. */
    if (failed)
        errno = failed;
    return failed ? -1 : 0;
}
