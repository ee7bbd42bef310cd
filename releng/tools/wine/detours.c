#include "detours.h"

#include <string.h>

typedef struct {
    ULONG length;
    const void *path;
    const void *name;
    void *base;
    ULONG size;
} loaded_module;

typedef void(CALLBACK *notified)(ULONG, const loaded_module *, void *);
typedef LONG(NTAPI *register_notification)(ULONG, notified, void *, void **);

static struct detour *const all[] = {detours_of_rights, detours_of_gaps, detours_of_sockets};

static FARPROC WINAPI look_up(HMODULE module, const char *name);

static struct detour of_look_ups[] = {{"kernel32.dll", "GetProcAddress", look_up, NULL}, {0}};

static struct detour *named(const char *name) {
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        for (struct detour *each = all[i]; each->name; each++)
            if (!strcmp(each->name, name)) return each;
    return NULL;
}

/* Libraries that are loaded by name are asked for their functions by name. */
static FARPROC WINAPI look_up(HMODULE module, const char *name) {
    FARPROC real = GetProcAddress(module, name);
    if ((ULONG_PTR)name >> 16 == 0) return real;
    struct detour *found = named(name);
    if (!found) return real;
    found->real = (void *)real;
    return (FARPROC)found->instead;
}

static void lead_past(void **import, struct detour *list) {
    for (struct detour *each = list; each->name; each++) {
        HMODULE library = GetModuleHandleA(each->library);
        void *real = library ? (void *)GetProcAddress(library, each->name) : NULL;
        if (!real || *import != real) continue;
        DWORD before;
        VirtualProtect(import, sizeof *import, PAGE_READWRITE, &before);
        each->real = real;
        *import = each->instead;
        VirtualProtect(import, sizeof *import, before, &before);
        return;
    }
}

static BOOL is_of_windows(HMODULE module) {
    char path[MAX_PATH], windows[MAX_PATH];
    GetModuleFileNameA(module, path, sizeof path);
    GetWindowsDirectoryA(windows, sizeof windows);
    return !_strnicmp(path, windows, strlen(windows));
}

static void patch(char *base) {
    IMAGE_DOS_HEADER *dos = (IMAGE_DOS_HEADER *)base;
    IMAGE_NT_HEADERS *nt = (IMAGE_NT_HEADERS *)(base + dos->e_lfanew);
    IMAGE_DATA_DIRECTORY imports = nt->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_IMPORT];
    if (!imports.Size || is_of_windows((HMODULE)base)) return;
    for (IMAGE_IMPORT_DESCRIPTOR *each = (void *)(base + imports.VirtualAddress); each->Name; each++) {
        for (void **import = (void **)(base + each->FirstThunk); *import; import++) {
            for (size_t i = 0; i < sizeof all / sizeof *all; i++) lead_past(import, all[i]);
            lead_past(import, of_look_ups);
        }
    }
}

static void CALLBACK on_module(ULONG reason, const loaded_module *module, void *nothing) {
    (void)nothing;
    if (reason == 1) patch(module->base);
}

void detours_install(void) {
    void *cookie;
    HMODULE ntdll = GetModuleHandleA("ntdll.dll");
    ((register_notification)(void *)GetProcAddress(ntdll, "LdrRegisterDllNotification"))(0, on_module, NULL, &cookie);
    patch((char *)GetModuleHandleA("jvm.dll"));
}
