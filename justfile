# The same commands as .ci/run, one by one. `just` runs them all.

export INSTA_UPDATE := "no"

all: format lint test doc bench fuzz

# Formatting.
format:
    cargo fmt --check

# Lints, warnings denied.
lint:
    cargo clippy --all-targets --locked -- --deny warnings

# Tests, as the README says.
test:
    cargo test --locked

# Documentation.
doc:
    RUSTDOCFLAGS="--deny warnings" cargo doc --no-deps --locked --quiet

# The benches compile.
bench:
    cargo bench --no-run --locked --quiet

# Fuzzing, half a minute for each target.
fuzz seconds="30":
    fuzz/run {{seconds}}

# Snapshots, rewritten: read the diff afterwards.
snapshots:
    INSTA_UPDATE=always cargo test

# The pictures of the README.
pictures:
    ARRIMAGE_IMAGES=oui cargo test pictures

# The archives to download, for the systems that this machine can link.
paquets *targets:
    packaging/paquets.sh {{targets}}

# The guide as pages that open without a network, in target/guide.
guide folder="target/guide":
    cargo run --locked --quiet --example guide -- {{folder}}

# The tests and a first hour on Windows, by Wine.
windows:
    tests/windows.sh

# Licences and advisories, where the index can be reached.
deny:
    cargo deny check
