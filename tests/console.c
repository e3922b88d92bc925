/* Sends key records to a program in the console that it shares with it, as Windows does for a keyboard, and waits for what the
   program writes. Usage: console.exe KEYS FOLDER PROGRAM ARGUMENTS… The files of KEYS are in FOLDER. One step a line:

     type TEXT          a key pressed and released for each character
     key NAME           ENTER, ESC, TAB, UP, DOWN, LEFT, RIGHT
     altgr C            a character made with AltGr
     altcode C          a character made with Alt and digits: it comes with the release of Alt
     release C [ctrl]   a release without its press, as what Windows Terminal leaves of its own shortcuts
     burst TEXT         all the characters at once, as a paste; \t and \n are a tab and an end of line
     wait FILE TEXT     until the file holds the text
     gone FILE          until there is no such file
     keep FILE          remembers the file
     same FILE          the file is as it was remembered
     end                until the program has ended */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

#define PAUSE 120
#define PATIENCE 60000

static HANDLE input;
static char folder[1024], kept[1 << 20];

static void fail(const char *why, const char *what) {
    fprintf(stderr, "console: %s: %s\n", why, what);
    exit(1);
}

static INPUT_RECORD record(BOOL down, WORD key, wchar_t c, DWORD state) {
    INPUT_RECORD r;
    memset(&r, 0, sizeof r);
    r.EventType = KEY_EVENT;
    r.Event.KeyEvent.bKeyDown = down;
    r.Event.KeyEvent.wRepeatCount = 1;
    r.Event.KeyEvent.wVirtualKeyCode = key;
    r.Event.KeyEvent.uChar.UnicodeChar = c;
    r.Event.KeyEvent.dwControlKeyState = state;
    return r;
}

static void write_records(INPUT_RECORD *records, DWORD count) {
    DWORD sent;
    if (!WriteConsoleInputW(input, records, count, &sent) || sent != count) fail("no console takes", "keys");
    Sleep(PAUSE);
}

static void press(WORD key, wchar_t c, DWORD state) {
    INPUT_RECORD records[2] = {record(TRUE, key, c, state), record(FALSE, key, c, state)};
    write_records(records, 2);
}

static void wide(const char *text, wchar_t *to, int most) {
    if (!MultiByteToWideChar(CP_UTF8, 0, text, -1, to, most)) fail("not UTF-8", text);
}

static long read_file(const char *name, char *to, long most) {
    char path[2048];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (!file) return -1;
    long length = (long)fread(to, 1, most - 1, file);
    fclose(file);
    to[length] = 0;
    return length;
}

static void await(const char *name, const char *text) {
    static char there[1 << 20];
    for (int waited = 0; waited < PATIENCE; waited += 100, Sleep(100)) {
        long length = read_file(name, there, sizeof there);
        if (text ? length >= 0 && strstr(there, text) : length < 0) return;
    }
    fail(text ? text : "still there", name);
}

static void burst(const char *text) {
    static wchar_t characters[4096];
    static INPUT_RECORD records[8192];
    DWORD count = 0;
    wide(text, characters, 4096);
    for (wchar_t *c = characters; *c; c++) {
        wchar_t said = *c;
        if (said == L'\\') said = *++c == L't' ? L'\t' : L'\r';
        WORD key = said == L'\t' ? VK_TAB : said == L'\r' ? VK_RETURN : 0;
        records[count++] = record(TRUE, key, said, 0);
        records[count++] = record(FALSE, key, said, 0);
    }
    write_records(records, count);
    Sleep(600);
}

static void key(const char *name) {
    static const struct { const char *name; WORD key; wchar_t c; } keys[] = {
        {"ENTER", VK_RETURN, L'\r'}, {"ESC", VK_ESCAPE, 27}, {"TAB", VK_TAB, L'\t'}, {"UP", VK_UP, 0},
        {"DOWN", VK_DOWN, 0}, {"LEFT", VK_LEFT, 0}, {"RIGHT", VK_RIGHT, 0},
    };
    for (size_t at = 0; at < sizeof keys / sizeof *keys; at++)
        if (!strcmp(keys[at].name, name)) {
            press(keys[at].key, keys[at].c, 0);
            return;
        }
    fail("no such key", name);
}

static void step(char *line, HANDLE program) {
    wchar_t c[1024];
    char *rest = strchr(line, ' ');
    if (rest) *rest++ = 0; else rest = "";
    if (!strcmp(line, "type")) {
        wide(rest, c, 1024);
        for (wchar_t *one = c; *one; one++) press(0, *one, 0);
    } else if (!strcmp(line, "key")) key(rest);
    else if (!strcmp(line, "altgr")) {
        wide(rest, c, 1024);
        press('2', *c, RIGHT_ALT_PRESSED | LEFT_CTRL_PRESSED);
    } else if (!strcmp(line, "altcode")) {
        wide(rest, c, 1024);
        INPUT_RECORD records[2] = {record(TRUE, VK_MENU, 0, LEFT_ALT_PRESSED), record(FALSE, VK_MENU, *c, 0)};
        write_records(records, 2);
    } else if (!strcmp(line, "release")) {
        wide(rest, c, 1024);
        INPUT_RECORD one = record(FALSE, 0, *c, strstr(rest, "ctrl") ? LEFT_CTRL_PRESSED : 0);
        write_records(&one, 1);
    } else if (!strcmp(line, "burst")) burst(rest);
    else if (!strcmp(line, "keep")) read_file(rest, kept, sizeof kept);
    else if (!strcmp(line, "same")) {
        static char now[1 << 20];
        read_file(rest, now, sizeof now);
        if (strcmp(now, kept)) fail("it has changed", rest);
    } else if (!strcmp(line, "wait")) {
        char *text = strchr(rest, ' ');
        *text++ = 0;
        await(rest, text);
    } else if (!strcmp(line, "gone")) await(rest, NULL);
    else if (!strcmp(line, "end")) {
        if (WaitForSingleObject(program, PATIENCE)) fail("it has not ended", "");
    } else fail("no such step", line);
}

int main(int count, char **words) {
    if (count < 4) fail("usage", "console KEYS FOLDER PROGRAM ARGUMENTS");
    snprintf(folder, sizeof folder, "%s", words[2]);
    char command[4096] = "";
    for (int at = 3; at < count; at++) {
        strcat(strcat(command, at > 3 ? " " : ""), words[at]);
    }
    STARTUPINFOA start = {.cb = sizeof start};
    PROCESS_INFORMATION program;
    if (!CreateProcessA(NULL, command, NULL, NULL, TRUE, 0, NULL, NULL, &start, &program)) fail("it does not start", command);
    input = CreateFileW(L"CONIN$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
    FILE *keys = fopen(words[1], "rb");
    if (!keys) fail("no such file", words[1]);
    char line[4096];
    while (fgets(line, sizeof line, keys)) {
        line[strcspn(line, "\r\n")] = 0;
        if (*line && *line != '#') step(line, program.hProcess);
    }
    return 0;
}
