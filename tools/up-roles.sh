#!/usr/bin/env bash
# Starts one process a role over one private PostgreSQL: core and ai with HTTP, and a worker that does the jobs. 'make down' stops them.
set -euo pipefail
. tools/state.sh
server=artifacts/bin/Alicerce.Server/debug/alicerce-server.dll
export ALICERCE_DATA=${ALICERCE_DATA:-$state/roles}
for name in postgres core ai worker; do
  if running "$state/$name.pid"; then echo "up-roles: $name is already running (pid $(cat "$state/$name.pid")); 'make down' stops it"; exit 1; fi
done

start() { # start NAME COMMAND…
  local name=$1; shift
  nohup "$@" >"$state/$name.log" 2>&1 </dev/null &
  echo $! >"$state/$name.pid"
}

await() { # await NAME TEST…: until the test holds, the process ends, or 60 s are over
  local name=$1; shift
  for _ in $(seq 300); do
    if "$@" >/dev/null 2>&1; then return 0; fi
    kill -0 "$(cat "$state/$name.pid")" 2>/dev/null || break
    sleep 0.2
  done
  tail -n 20 "$state/$name.log" >&2
  echo "up-roles: $name did not come up; its log is $state/$name.log; 'make down' stops the others" >&2
  exit 1
}

if [ -z "${DATABASE_URL:-}" ]; then
  start postgres dotnet "$server" postgres
  # Its own word, and not the file: a killed one leaves its file behind, with an address where nobody answers.
  await postgres grep -q '^PostgreSQL runs' "$state/postgres.log"
  set -a; . "$ALICERCE_DATA/database.env"; set +a
fi

core=http://127.0.0.1:$(first_free_port)
ALICERCE_ROLES=core ALICERCE_JOBS=0 ALICERCE_URLS=$core start core dotnet "$server"
await core curl -fsS "$core/health"
ai=http://127.0.0.1:$(first_free_port)
ALICERCE_ROLES=ai ALICERCE_URLS=$ai ALICERCE_OWN_URLS=$core start ai dotnet "$server"
await ai curl -fsS "$ai/health"
worker=http://127.0.0.1:$(first_free_port)
ALICERCE_ROLES=worker ALICERCE_URLS=$worker ALICERCE_OWN_URLS="$core;$ai" start worker dotnet "$server"
await worker curl -fsS "$worker/health"

echo "admin token file: $ALICERCE_DATA/admin.token"
echo "core answers at $core, ai at $ai; the worker does the jobs (health and metrics at $worker)"
echo "logs: $state/*.log; stop: make down"
