/* fc /b ONE OTHER, with which the start script looks whether the product was changed. That of Wine 10 calls any two files different. */
#include <stdio.h>
#include <wchar.h>

int wmain(int count, wchar_t **words) {
    FILE *one = count == 4 ? _wfopen(words[2], L"rb") : NULL;
    FILE *other = count == 4 ? _wfopen(words[3], L"rb") : NULL;
    if (!one || !other) return 2;
    int read;
    do {
        read = getc(one);
        if (read != getc(other)) return 1;
    } while (read != EOF);
    return 0;
}
