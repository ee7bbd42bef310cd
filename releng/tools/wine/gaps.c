/*
 * What Wine 10 lacks. The list of devices, which hidapi asks the configuration manager for, is there only by name. And now and then a thread that
 * is over is never said to be: Java, ending, would wait five minutes for it.
 */
#include "detours.h"

#include <setupapi.h>
#include <cfgmgr32.h>

#define DETAIL 2048
#define FIVE_MINUTES 300000

/* Writes each path with a zero after it, and one more at the end, as far as there is room; returns how many characters that takes. */
static ULONG list(GUID *kind, WCHAR *to, ULONG room) {
    ULONG length = 0;
    SP_DEVICE_INTERFACE_DATA each = {.cbSize = sizeof each};
    HDEVINFO present = SetupDiGetClassDevsW(kind, NULL, NULL, DIGCF_PRESENT | DIGCF_DEVICEINTERFACE);
    for (DWORD i = 0; SetupDiEnumDeviceInterfaces(present, NULL, kind, i, &each); i++) {
        char memory[DETAIL];
        SP_DEVICE_INTERFACE_DETAIL_DATA_W *detail = (void *)memory;
        detail->cbSize = sizeof *detail;
        if (!SetupDiGetDeviceInterfaceDetailW(present, &each, detail, sizeof memory, NULL, NULL)) continue;
        ULONG more = wcslen(detail->DevicePath) + 1;
        if (length + more < room) wcscpy(to + length, detail->DevicePath);
        length += more;
    }
    SetupDiDestroyDeviceInfoList(present);
    if (length < room) to[length] = 0;
    return length + 1;
}

static CONFIGRET WINAPI length_of_list(ULONG *length, GUID *kind, DEVINSTID_W device, ULONG flags) {
    (void)device, (void)flags;
    *length = list(kind, NULL, 0);
    return CR_SUCCESS;
}

static CONFIGRET WINAPI get_list(GUID *kind, DEVINSTID_W device, WCHAR *to, ULONG room, ULONG flags) {
    (void)device, (void)flags;
    return list(kind, to, room) <= room ? CR_SUCCESS : CR_BUFFER_SMALL;
}

/* Says how a device is connected; hidapi goes on without it. */
static CONFIGRET WINAPI no_property(LPCWSTR path, const void *key, ULONG *type, BYTE *to, ULONG *room, ULONG flags) {
    (void)path, (void)key, (void)type, (void)to, (void)room, (void)flags;
    return CR_FAILURE;
}

static DWORD WINAPI wait_for_all(DWORD count, const HANDLE *handles, BOOL all, DWORD millis) {
    return WaitForMultipleObjects(count, handles, all, millis == FIVE_MINUTES ? 1000 : millis);
}

struct detour detours_of_gaps[] = {{"cfgmgr32.dll", "CM_Get_Device_Interface_List_SizeW", length_of_list, NULL},
                                   {"cfgmgr32.dll", "CM_Get_Device_Interface_ListW", get_list, NULL},
                                   {"cfgmgr32.dll", "CM_Get_Device_Interface_PropertyW", no_property, NULL},
                                   {"kernel32.dll", "WaitForMultipleObjects", wait_for_all, NULL},
                                   {0}};
