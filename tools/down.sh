#!/usr/bin/env bash
# Stops what 'make up' or 'make demo' left running, by its own pid.
set -euo pipefail
. tools/state.sh
stopped=0
# The database goes last: the others still write to it.
for file in $(ls "$state"/*.pid 2>/dev/null | grep -v '/postgres\.pid$') "$state/postgres.pid"; do
  [ -e "$file" ] || continue
  if running "$file"; then
    pid=$(cat "$file")
    kill -TERM "$pid"
    for _ in $(seq 100); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
    if kill -0 "$pid" 2>/dev/null; then echo "down: pid $pid did not stop within 10 s" >&2; exit 1; fi
    echo "down: stopped $(basename "$file" .pid) (pid $pid)"
    stopped=1
  fi
  rm -f "$file"
done
[ "$stopped" = 1 ] || echo "down: nothing was running"
