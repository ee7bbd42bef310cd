/* pipe NAME PORT: a named pipe in front of a TCP service of this computer, as the service of a printer's maker has one. Its messages are what arrives at once. */
#include <winsock2.h>
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>

#define CHUNK 4096

struct client {
    HANDLE pipe;
    int port;
};

static BOOL to_service(HANDLE pipe, SOCKET service, DWORD waiting) {
    char bytes[CHUNK];
    DWORD length = 0;
    if (waiting == 0) return TRUE;
    /* A message that is longer than this is read in parts. */
    if (!ReadFile(pipe, bytes, sizeof bytes, &length, NULL) && GetLastError() != ERROR_MORE_DATA) return FALSE;
    return send(service, bytes, (int)length, 0) == (int)length;
}

static BOOL to_client(HANDLE pipe, SOCKET service) {
    char bytes[CHUNK];
    DWORD written;
    fd_set readable;
    struct timeval soon = {0, 1000};
    FD_ZERO(&readable);
    FD_SET(service, &readable);
    if (select(0, &readable, NULL, NULL, &soon) <= 0) return TRUE;
    int length = recv(service, bytes, sizeof bytes, 0);
    return length > 0 && WriteFile(pipe, bytes, (DWORD)length, &written, NULL);
}

static DWORD WINAPI serve(void *started) {
    struct client client = *(struct client *)started;
    free(started);
    SOCKET service = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((u_short)client.port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    DWORD waiting;
    if (connect(service, (struct sockaddr *)&address, sizeof address) == 0)
        while (PeekNamedPipe(client.pipe, NULL, 0, NULL, &waiting, NULL) && to_service(client.pipe, service, waiting) && to_client(client.pipe, service)) {}
    closesocket(service);
    DisconnectNamedPipe(client.pipe);
    CloseHandle(client.pipe);
    return 0;
}

int main(int count, char **arguments) {
    WSADATA data;
    char path[MAX_PATH];
    if (count != 3 || WSAStartup(MAKEWORD(2, 2), &data)) return 2;
    snprintf(path, sizeof path, "\\\\.\\pipe\\%s", arguments[1]);
    for (;;) {
        HANDLE pipe = CreateNamedPipeA(path, PIPE_ACCESS_DUPLEX, PIPE_TYPE_MESSAGE | PIPE_READMODE_BYTE | PIPE_WAIT, PIPE_UNLIMITED_INSTANCES, CHUNK, CHUNK, 0, NULL);
        if (pipe == INVALID_HANDLE_VALUE) {
            fprintf(stderr, "pipe: %lu\n", GetLastError());
            return 1;
        }
        puts("listening");
        fflush(stdout);
        if (!ConnectNamedPipe(pipe, NULL) && GetLastError() != ERROR_PIPE_CONNECTED) return 1;
        struct client *client = malloc(sizeof *client);
        client->pipe = pipe;
        client->port = atoi(arguments[2]);
        CloseHandle(CreateThread(NULL, 0, serve, client, 0, NULL));
    }
}
