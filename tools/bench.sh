#!/usr/bin/env bash
# Measures on this machine and prints the tables of docs/performance.md. Nothing else should be running.
set -euo pipefail
WITH_BENCH=1 tools/setup.sh
[ -d bench/competitors/node_modules ] || npm ci --prefix bench/competitors --no-audit --no-fund --silent
ALICERCE_CLI=$PWD/$(tools/publish.sh)
export ALICERCE_CLI
dotnet build bench/Bench -c release -v q --nologo -clp:ErrorsOnly
exec dotnet artifacts/bin/Bench/release/Bench.dll "${@:-all}"
