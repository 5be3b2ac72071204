#!/usr/bin/env bash
# Installs what a fresh machine lacks. Idempotent: with everything there it takes milliseconds.
set -euo pipefail

lacking=()
ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || command -v postgres >/dev/null || lacking+=(postgresql postgresql-contrib)
{ command -v redis-server && command -v redis-cli; } >/dev/null || lacking+=(redis-server redis-tools)  # tests of the shared cache and of what rests on it
command -v promtool >/dev/null || lacking+=(prometheus)  # reads what /metrics writes
command -v nginx >/dev/null || lacking+=(nginx-light)  # reads the nginx.conf that is generated
{ docker compose version || command -v docker-compose; } >/dev/null 2>&1 || lacking+=(docker-compose)  # reads the docker-compose.yml that is generated
command -v setpriv >/dev/null || lacking+=(util-linux)
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || lacking+=(chromium)  # runs the console in tests, and looks at the HTML report
if [ "${WITH_BENCH:-}" = 1 ]; then
  command -v wrk >/dev/null || lacking+=(wrk)
  command -v g++ >/dev/null || lacking+=(g++)
  [ -e /usr/include/hnswlib/hnswlib.h ] || lacking+=(libhnswlib-dev)
fi

command -v dotnet >/dev/null || { echo "setup: the .NET SDK 10 is needed: https://dotnet.microsoft.com/download" >&2; exit 1; }
command -v npm >/dev/null || { echo "setup: Node.js 20.19 or newer with npm is needed, for the console: https://nodejs.org" >&2; exit 1; }

if [ ${#lacking[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "setup: installing ${lacking[*]}" >&2
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >&2
    apt-get install -y -qq --no-install-recommends "${lacking[@]}" >/dev/null
  else
    echo "setup: not installed: ${lacking[*]}. Install them (Debian: apt-get install ${lacking[*]}); tests that need them are skipped with that reason." >&2
  fi
fi

# Optional, hence never a failure: the scenarios keep their vectors in a column of its type where it is there.
"$(dirname "$0")/pgvector.sh" || true
