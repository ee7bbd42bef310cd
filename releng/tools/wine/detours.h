/* Leads calls of the programs in this process past functions of the system. */
#ifndef DETOURS_H
#define DETOURS_H

#define _WIN32_WINNT 0x0A00
#include <winsock2.h>
#include <windows.h>

struct detour {
    const char *library;
    const char *name;
    void *instead;
    void *real; /* what it leads past, once anybody imports it */
};

/* Each ends with an entry without a name. */
extern struct detour detours_of_rights[];
extern struct detour detours_of_gaps[];
extern struct detour detours_of_sockets[];

/* Lets Java itself and the modules that are loaded from now on meet the detours: all but those of Windows. */
void detours_install(void);

#endif
