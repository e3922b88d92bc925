#!/usr/bin/env bash
# Makes the archives to download, in target/paquets: the program, what to read, the guide, the completions, the manual page, and their
# checksums. Without arguments, for the targets that this machine can link. A target that cannot be linked is skipped, and
# said.
set -euo pipefail
cd "$(dirname "$0")/.."

version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
out=target/paquets
host=$(rustc -vV | sed -n 's/^host: //p')
targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
    case "$host" in
    *linux*) targets=(x86_64-unknown-linux-musl x86_64-pc-windows-gnu) ;;
    *) targets=("$host") ;;
    esac
fi

# What the archives share is said by the program itself, built for this machine.
cargo build --locked --release
host_program=target/release/arrimage
rm -rf "$out" && mkdir -p "$out"
cargo run --locked --release --quiet --example guide -- "$out/guide" >/dev/null

for target in "${targets[@]}"; do
    linker=
    case "$target" in
    x86_64-pc-windows-gnu) linker=x86_64-w64-mingw32-gcc ;;
    esac
    if [ -n "$linker" ] && ! command -v "$linker" >/dev/null 2>&1; then
        echo "skipped: $target needs $linker"
        continue
    fi
    rustup target add "$target" >/dev/null
    cargo build --locked --release --target "$target"
    name="arrimage-$version-$target"
    stage="$out/$name"
    mkdir -p "$stage/completions"
    for shell in bash zsh fish powershell; do
        "$host_program" completion "$shell" >"$stage/completions/arrimage.$shell"
    done
    "$host_program" manuel >"$stage/arrimage.1"
    cp LICENSE "$stage/LICENSE.txt"
    cp -r "$out/guide" "$stage/guide"
    case "$target" in
    *windows*)
        cp "target/$target/release/arrimage.exe" "$stage/"
        # Notepad reads these ends of lines in every version.
        sed 's/$/\r/' packaging/LISEZMOI.txt >"$stage/LISEZMOI.txt"
        (cd "$out" && zip -qr "$name.zip" "$name")
        ;;
    *)
        cp "target/$target/release/arrimage" packaging/LISEZMOI.txt "$stage/"
        case "$target" in *linux*) cp packaging/arrimage.desktop packaging/arrimage.png "$stage/" ;; esac
        tar -C "$out" -czf "$out/$name.tar.gz" "$name"
        ;;
    esac
    rm -rf "$stage"
done
rm -rf "$out/guide"
(cd "$out" && sha256sum arrimage-* >SHA256SUMS && ls -l)
