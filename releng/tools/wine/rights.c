/*
 * What Windows forbids to a process without elevation, which Wine does not: to open the FIDO collection of a key for more than a look (since
 * Windows 10 1903), and to select the FIDO applet of a card. Whether the process is elevated is what its token says.
 */
#include "detours.h"

#include <hidsdi.h>
#include <string.h>

#define FIDO_USAGE_PAGE 0xF1D0

static struct detour *const create_file = &detours_of_rights[0];
static struct detour *const transmit = &detours_of_rights[1];

static const BYTE FIDO_APPLET[] = {0xA0, 0x00, 0x00, 0x06, 0x47, 0x2F, 0x00, 0x01};

typedef HANDLE(WINAPI *create_file_w)(LPCWSTR, DWORD, DWORD, LPSECURITY_ATTRIBUTES, DWORD, DWORD, HANDLE);
typedef LONG(WINAPI *scard_transmit)(ULONG_PTR, const void *, const BYTE *, DWORD, void *, BYTE *, DWORD *);

static BOOL is_elevated(void) {
    HANDLE token;
    TOKEN_ELEVATION elevation = {0};
    DWORD length;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token)) return FALSE;
    GetTokenInformation(token, TokenElevation, &elevation, sizeof elevation, &length);
    CloseHandle(token);
    return elevation.TokenIsElevated != 0;
}

static BOOL is_fido_collection(LPCWSTR path) {
    PHIDP_PREPARSED_DATA data;
    HIDP_CAPS facts = {0};
    if (_wcsnicmp(path, L"\\\\?\\hid#", 8)) return FALSE;
    HANDLE look = CreateFileW(path, 0, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
    if (look == INVALID_HANDLE_VALUE) return FALSE;
    if (HidD_GetPreparsedData(look, &data)) {
        HidP_GetCaps(data, &facts);
        HidD_FreePreparsedData(data);
    }
    CloseHandle(look);
    return facts.UsagePage == FIDO_USAGE_PAGE;
}

static HANDLE WINAPI open_file(
    LPCWSTR path, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security, DWORD how, DWORD flags, HANDLE template) {
    if (access && !is_elevated() && is_fido_collection(path)) {
        SetLastError(ERROR_ACCESS_DENIED);
        return INVALID_HANDLE_VALUE;
    }
    return ((create_file_w)create_file->real)(path, access, share, security, how, flags, template);
}

static BOOL selects_fido(const BYTE *command, DWORD length) {
    return length >= 5 + sizeof FIDO_APPLET && command[1] == 0xA4 && command[2] == 0x04 &&
           !memcmp(command + 5, FIDO_APPLET, sizeof FIDO_APPLET);
}

static LONG WINAPI send_to_card(
    ULONG_PTR card, const void *protocol, const BYTE *command, DWORD length, void *received, BYTE *answer, DWORD *room) {
    if (!is_elevated() && selects_fido(command, length)) return (LONG)SCARD_E_NO_ACCESS;
    return ((scard_transmit)transmit->real)(card, protocol, command, length, received, answer, room);
}

struct detour detours_of_rights[] = {
    {"kernel32.dll", "CreateFileW", open_file, NULL}, {"winscard.dll", "SCardTransmit", send_to_card, NULL}, {0}};

/* Java takes this library for a tool of its own. */
__declspec(dllexport) int WINAPI Agent_OnLoad(void *machine, char *options, void *reserved) {
    (void)machine, (void)options, (void)reserved;
    detours_install();
    return 0;
}
