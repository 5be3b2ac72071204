#!/usr/bin/env bash
# Starts the server in the background and waits until it answers. 'make down' stops it.
set -euo pipefail
. tools/state.sh
if running "$pid_file"; then echo "up: already running (pid $(cat "$pid_file")); 'make down' stops it"; exit 0; fi

url=${ALICERCE_URLS:-http://127.0.0.1:$(first_free_port)}
log=$state/server.log
ALICERCE_URLS=$url nohup dotnet artifacts/bin/Alicerce.Server/debug/alicerce-server.dll >"$log" 2>&1 &
pid=$!
echo "$pid" >"$pid_file"
for _ in $(seq 150); do
  kill -0 "$pid" 2>/dev/null || { tail -n 20 "$log" >&2; echo "up: the server ended; its log is $log" >&2; exit 1; }
  if curl -fsS "$url/health" >/dev/null 2>&1; then
    grep -o '[^" ]*admin\.token' "$log" | head -1 | sed 's/^/admin token file: /'
    echo "Alicerce answers at $url (log: $log; stop: make down)"
    exit 0
  fi
  sleep 0.2
done
echo "up: no answer from $url within 30 s; the log is $log" >&2
exit 1
