#!/usr/bin/env bash
# The long run of the trials: three windows, commands and another program of every kind write one board, so many times
# (3000 when nothing is said), from a seed. It prints how many lost something, with their seeds.
set -euo pipefail
cd "$(dirname "$0")/.."
ARRIMAGE_ESSAIS="${1:-3000}" ARRIMAGE_GRAINE="${2:-1}" cargo test --locked --test trust trials -- --nocapture
