#!/usr/bin/env bash
# The full counts that 'make test' only samples: 100,000 fuzz inputs a parser, 20 kill rounds, generated files fresh.
# Writes docs/verification.md with the date and what each step said. Takes long: run it before a release. With words as arguments only the
# steps whose name holds one of them are run, and the others are noted as not run.
set -uo pipefail
export ALICERCE_FUZZ=${ALICERCE_FUZZ:-100000} ALICERCE_KILL_ROUNDS=${ALICERCE_KILL_ROUNDS:-20} ALICERCE_REQUIRE_ALL=1
report=docs/verification.md
draft=$(mktemp)
only=$(IFS='|'; echo "$*")
failures=0

step() { # name, command…
  local name=$1 started=$SECONDS out; shift
  if [ -n "$only" ] && ! [[ $name =~ $only ]]; then printf '| %s | not run | | |\n' "$name" >>"$draft"; return; fi
  echo "verify: $name" >&2
  if out=$("$@" 2>&1); then verdict=passed; else verdict=FAILED; failures=$((failures + 1)); printf '%s\n' "$out" | tail -n 40 >&2; fi
  printf '| %s | %s | %s s | `%s` |\n' "$name" "$verdict" "$((SECONDS - started))" "$(printf '%s' "$out" | tail -n 1 | tr -d '\r`|' | cut -c1-120)" >>"$draft"
}

fresh_openapi() {
  dotnet artifacts/bin/Alicerce.Server/debug/alicerce-server.dll openapi | diff -q - docs/api/openapi.json && echo "docs/api/openapi.json is fresh"
}

step "fuzz: $ALICERCE_FUZZ inputs a parser, half of them mutations of real files" \
  dotnet artifacts/bin/Alicerce.Engine.Tests/debug/Alicerce.Engine.Tests.dll -noLogo -noColor -class '*Fuzz*'
step "fuzz: $ALICERCE_FUZZ inputs for the reader of placeholders in SQL" \
  dotnet artifacts/bin/Alicerce.Datasources.Tests/debug/Alicerce.Datasources.Tests.dll -noLogo -noColor -class '*Fuzz*'
step "fuzz: $ALICERCE_FUZZ inputs for the reader of a server's events and for what decides what is sent to it" \
  dotnet artifacts/bin/Alicerce.Cli.Tests/debug/Alicerce.Cli.Tests.dll -noLogo -noColor -class '*Fuzz*'
step "fuzz: $ALICERCE_FUZZ inputs for the reader of what Redis answers" \
  dotnet artifacts/bin/Alicerce.Platform.Tests/debug/Alicerce.Platform.Tests.dll -noLogo -noColor -class '*RespParser*'
step "fuzz: $ALICERCE_FUZZ inputs for the reader of files of variables" \
  dotnet artifacts/bin/Alicerce.Resources.Tests/debug/Alicerce.Resources.Tests.dll -noLogo -noColor -class '*Fuzz*'
step "fuzz: $ALICERCE_FUZZ inputs for the reader of a model's weights" \
  dotnet artifacts/bin/Alicerce.Vectors.Tests/debug/Alicerce.Vectors.Tests.dll -noLogo -noColor -class '*SafetensorsFile*'
step "kill -9 of a worker in mid-run, $ALICERCE_KILL_ROUNDS rounds" \
  dotnet artifacts/bin/Alicerce.Testing.Tests/debug/Alicerce.Testing.Tests.dll -noLogo -noColor -class '*Kill*'
step "kill -9 of relays and of workers on facts, $ALICERCE_KILL_ROUNDS rounds" \
  dotnet artifacts/bin/Alicerce.Platform.Tests/debug/Alicerce.Platform.Tests.dll -noLogo -noColor -class '*Kill*'
step "docs/api/openapi.json is fresh" fresh_openapi
step "every command that docs/cli.md prints" tools/printed-commands.sh
step "every test" env -u ALICERCE_FUZZ -u ALICERCE_KILL_ROUNDS tools/test.sh artifacts/verify-results
step "make demo" tools/demo.sh

{
  printf '# Verification\n\nWritten by `make verify`: the full counts behind "Done when". Commit %s, %s (UTC), %s cores.\n\n' \
    "$(git rev-parse --short HEAD)" "$(date -u '+%Y-%m-%d %H:%M')" "$(nproc)"
  printf '| step | verdict | took | last line |\n| --- | --- | --- | --- |\n'
  cat "$draft"
} >"$report"
rm -f "$draft"
cat "$report"
exit "$((failures > 0))"
