/* Stands in for the Keyhopper.exe that jpackage makes: writes what it was started with into Keyhopper.started beside itself, an argument a line. */
#include <stdio.h>
#include <wchar.h>

int wmain(int count, wchar_t **words) {
    wchar_t *end = wcsrchr(words[0], L'\\');
    wchar_t file[1024];
    swprintf(file, 1024, L"%.*lsKeyhopper.started", end ? (int)(end - words[0] + 1) : 0, words[0]);
    FILE *started = _wfopen(file, L"ab");
    if (!started) return 1;
    for (int i = 1; i < count; i++) fprintf(started, "%ls\n", words[i]);
    return fclose(started);
}
