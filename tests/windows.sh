#!/usr/bin/env bash
# The program for Windows, built here and run by Wine: its tests, the commands of a principal's first hour, and a meeting by the
# key records of a console. It needs
# Debian's gcc-mingw-w64-x86-64-win32 and wine, and Rust's target x86_64-pc-windows-gnu; where they are not to be had, it
# says so and ends well. What Wine is not, this does not show: OneDrive, Windows Terminal, Word.
set -euo pipefail
cd "$(dirname "$0")/.."

target=x86_64-pc-windows-gnu
for tool in x86_64-w64-mingw32-gcc wine; do
    if ! command -v "$tool" >/dev/null 2>&1; then
        echo "skipped: $tool is not there (apt-get install gcc-mingw-w64-x86-64-win32 wine64 wine)"
        exit 0
    fi
done
if ! rustup target add "$target" >/dev/null 2>&1; then
    echo "skipped: Rust's target $target cannot be installed"
    exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export WINEPREFIX="$work/prefix" WINEDEBUG=-all WINEPATH="Z:${work//\//\\}"
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER=wine

# Older versions of Wine lack the library in which Rust finds random numbers: a stand-in passes the question on.
cat >"$work/prng.c" <<'C'
#include <windows.h>
#include <wincrypt.h>
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count) {
    HCRYPTPROV provider;
    if (!CryptAcquireContextA(&provider, 0, 0, PROV_RSA_FULL, CRYPT_VERIFYCONTEXT)) return 0;
    BOOL filled = CryptGenRandom(provider, (DWORD)count, bytes);
    CryptReleaseContext(provider, 0);
    return filled;
}
C
x86_64-w64-mingw32-gcc -shared -o "$work/bcryptprimitives.dll" "$work/prng.c" -ladvapi32

echo "== tests, by Wine"
cargo test --locked --target "$target" --lib --test advice --test commands --test formats --test screens --test store

echo "== a first hour, by Wine"
cargo build --locked --target "$target"
exe="${CARGO_TARGET_DIR:-target}/$target/debug/arrimage.exe"
run() { wine "$exe" "$@" | tr -d '\r'; }
export ARRIMAGE_DOSSIERS="$work/state"
school="$work/ecole"
run --version
run nouveau "$school" --ecole "École de l’Érable"
printf 'Nom;Poste;Embauche\r\nLuc Roy;concierge;2026-09-01\r\nZoé Caron;TES;2026-09-02\r\n' >"$work/liste.csv"
run importer "$school" "$work/liste.csv" --oui
run noter "$school" "Zoé Caron" --va-bien "Bel accueil"
run montrer "$school" tableau
run verifier "$school"
run exporter "$school" tableau --format xlsx
run versions "$school"
grep -q "Zoé Caron" "$school/suivi.yaml"

echo "== a meeting by the keys of a console, by Wine"
x86_64-w64-mingw32-gcc -O1 -Wall -Werror -o "$work/console.exe" tests/console.c
demo="$ARRIMAGE_DOSSIERS/data/ecole-des-quatre-vents"
script -qec "stty rows 36 cols 120; wine '$work/console.exe' tests/console.keys '$demo' '$exe' demo 2>'$work/said'" /dev/null \
    </dev/null >/dev/null || { cat "$work/said"; exit 1; }
grep -q "close: oui" "$demo"/regulations/*.yaml
grep -q "On continue" "$demo"/regulations/*.yaml
echo "all steps passed"
