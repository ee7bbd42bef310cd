/*
 * Unix domain sockets, which Windows has and Wine 10 has not: a connection of this machine's loopback, whose port is written into a file where
 * the socket would lie. Who may read that file can connect, as on Windows who may write to the socket.
 */
#include "detours.h"

#include <stdio.h>
#include <string.h>
#include <ws2tcpip.h>

#define MOST 256

/* Of the provider that Windows has for them. */
static const GUID UNIX_PROVIDER = {0xA00943D9, 0x9C2E, 0x4633, {0x9B, 0x59, 0x00, 0x57, 0xA3, 0x16, 0x09, 0x94}};

typedef struct {
    USHORT family;
    char path[108];
} unix_address;

static struct {
    SOCKET socket;
    unix_address name; /* what it was bound to, if it was */
} ours[MOST];

static CRITICAL_SECTION lock;

static SOCKET remember(SOCKET socket) {
    EnterCriticalSection(&lock);
    for (int i = 0; i < MOST; i++)
        if (!ours[i].socket) {
            ours[i].socket = socket;
            ours[i].name = (unix_address){.family = AF_UNIX};
            break;
        }
    LeaveCriticalSection(&lock);
    return socket;
}

static void forget(SOCKET socket) {
    EnterCriticalSection(&lock);
    for (int i = 0; i < MOST; i++)
        if (ours[i].socket == socket) ours[i].socket = 0;
    LeaveCriticalSection(&lock);
}

/* Reads or sets the name of one of ours; FALSE when it is none. */
static BOOL named(SOCKET socket, unix_address *to, const unix_address *from) {
    BOOL found = FALSE;
    EnterCriticalSection(&lock);
    for (int i = 0; i < MOST && !found; i++)
        if (ours[i].socket == socket) {
            found = TRUE;
            if (from) ours[i].name = *from;
            if (to) *to = ours[i].name;
        }
    LeaveCriticalSection(&lock);
    return found;
}

static struct sockaddr_in loopback(USHORT port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = port};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

static HANDLE open_path(const char *utf8, DWORD access, DWORD how) {
    WCHAR path[MAX_PATH];
    MultiByteToWideChar(CP_UTF8, 0, utf8, -1, path, MAX_PATH);
    return CreateFileW(path, access, FILE_SHARE_READ | FILE_SHARE_DELETE, NULL, how, 0, NULL);
}

static int failed(int error) {
    WSASetLastError(error);
    return SOCKET_ERROR;
}

/* Java looks here whether there are any. */
static int WSAAPI protocols(int *asked, WSAPROTOCOL_INFOW *to, DWORD *room) {
    (void)asked;
    DWORD needed = sizeof *to, given = *room;
    *room = needed;
    if (given < needed) return failed(WSAENOBUFS);
    memset(to, 0, sizeof *to);
    to->iAddressFamily = AF_UNIX;
    to->iSocketType = SOCK_STREAM;
    to->ProviderId = UNIX_PROVIDER;
    return 1;
}

static SOCKET WSAAPI new_socket(int family, int type, int protocol, WSAPROTOCOL_INFOW *info, GROUP group, DWORD flags) {
    if (family != AF_UNIX) return WSASocketW(family, type, protocol, info, group, flags);
    return remember(WSASocketW(AF_INET, SOCK_STREAM, IPPROTO_TCP, NULL, group, flags));
}

static int WSAAPI bind_path(SOCKET socket, const struct sockaddr *address, int length) {
    if (address->sa_family != AF_UNIX) return bind(socket, address, length);
    struct sockaddr_in bound = loopback(0);
    int size = sizeof bound;
    DWORD written;
    if (bind(socket, (struct sockaddr *)&bound, size) || getsockname(socket, (struct sockaddr *)&bound, &size)) return SOCKET_ERROR;
    HANDLE file = open_path(((unix_address *)address)->path, GENERIC_WRITE, CREATE_NEW);
    if (file == INVALID_HANDLE_VALUE) return failed(GetLastError() == ERROR_FILE_EXISTS ? WSAEADDRINUSE : WSAEACCES);
    WriteFile(file, &bound.sin_port, sizeof bound.sin_port, &written, NULL);
    CloseHandle(file);
    unix_address name = {0};
    memcpy(&name, address, min((size_t)length, sizeof name));
    named(socket, NULL, &name);
    return 0;
}

static int WSAAPI connect_path(SOCKET socket, const struct sockaddr *address, int length) {
    if (address->sa_family != AF_UNIX) return connect(socket, address, length);
    USHORT port = 0;
    DWORD read = 0;
    HANDLE file = open_path(((unix_address *)address)->path, GENERIC_READ, OPEN_EXISTING);
    if (file == INVALID_HANDLE_VALUE) return failed(GetLastError() == ERROR_ACCESS_DENIED ? WSAEACCES : WSAECONNREFUSED);
    ReadFile(file, &port, sizeof port, &read, NULL);
    CloseHandle(file);
    struct sockaddr_in there = loopback(port);
    return connect(socket, (struct sockaddr *)&there, sizeof there);
}

static void tell(const unix_address *name, struct sockaddr *to, int *length) {
    if (!to || !length) return;
    memset(to, 0, *length);
    memcpy(to, name, min((size_t)*length, sizeof *name));
    *length = sizeof name->family + strlen(name->path) + 1;
}

static SOCKET WSAAPI accept_ours(SOCKET socket, struct sockaddr *address, int *length) {
    if (!named(socket, NULL, NULL)) return accept(socket, address, length);
    SOCKET client = accept(socket, NULL, NULL);
    if (client == INVALID_SOCKET) return client;
    tell(&(unix_address){.family = AF_UNIX}, address, length);
    return remember(client);
}

static int WSAAPI name_of(SOCKET socket, struct sockaddr *address, int *length) {
    unix_address name;
    if (!named(socket, &name, NULL)) return getsockname(socket, address, length);
    tell(&name, address, length);
    return 0;
}

static int WSAAPI close_ours(SOCKET socket) {
    forget(socket);
    return closesocket(socket);
}

BOOL WINAPI DllMain(HINSTANCE library, DWORD reason, void *reserved) {
    (void)library, (void)reserved;
    if (reason == DLL_PROCESS_ATTACH) InitializeCriticalSection(&lock);
    return TRUE;
}

struct detour detours_of_sockets[] = {{"ws2_32.dll", "WSAEnumProtocolsW", protocols, NULL},
                                      {"ws2_32.dll", "WSASocketW", new_socket, NULL},
                                      {"ws2_32.dll", "bind", bind_path, NULL},
                                      {"ws2_32.dll", "connect", connect_path, NULL},
                                      {"ws2_32.dll", "accept", accept_ours, NULL},
                                      {"ws2_32.dll", "getsockname", name_of, NULL},
                                      {"ws2_32.dll", "closesocket", close_ours, NULL},
                                      {0}};
