/* elevated.exe COMMAND...: runs it as "Run as administrator" would, with the elevated one of the two tokens of this account. */
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <stdio.h>

static int failed(const char *what) {
    fprintf(stderr, "elevated: %s: %lu\n", what, GetLastError());
    return 99;
}

static WCHAR *after_the_first(WCHAR *line) {
    BOOL quoted = FALSE;
    while (*line && (quoted || *line != ' '))
        if (*line++ == '"') quoted = !quoted;
    while (*line == ' ') line++;
    return line;
}

int main(void) {
    HANDLE own, linked, token;
    DWORD length, code;
    STARTUPINFOW start = {.cb = sizeof start};
    PROCESS_INFORMATION process;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &own)) return failed("token");
    if (!GetTokenInformation(own, TokenLinkedToken, &linked, sizeof linked, &length)) return failed("linked token");
    if (!DuplicateTokenEx(linked, TOKEN_ALL_ACCESS, NULL, SecurityImpersonation, TokenPrimary, &token)) return failed("primary token");
    if (!CreateProcessAsUserW(token, NULL, after_the_first(GetCommandLineW()), NULL, NULL, TRUE, 0, NULL, NULL, &start, &process))
        return failed("start");
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &code);
    return (int)code;
}
