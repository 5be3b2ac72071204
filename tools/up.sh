#!/usr/bin/env bash
# Starts the server in the background and waits until it answers. 'make down' stops it.
set -euo pipefail
. tools/state.sh
data=$(data_folder)
if running "$pid_file"; then
  { read -r url; read -r folder; } <"$state/server.at" 2>/dev/null || { url=unknown; folder=unknown; }
  echo "up: one is already running at $url on $folder (pid $(cat "$pid_file")); 'make down' stops it"
  [ "$folder" = "$data" ] && [ "${ALICERCE_URLS:-$url}" = "$url" ] && exit 0
  echo "up: that is not what was asked for ($data${ALICERCE_URLS:+ at $ALICERCE_URLS})" >&2
  exit 1
fi

url=${ALICERCE_URLS:-http://127.0.0.1:$(first_free_port)}
log=$state/server.log
ALICERCE_URLS=$url nohup dotnet artifacts/bin/Alicerce.Server/debug/alicerce-server.dll >"$log" 2>&1 &
pid=$!
echo "$pid" >"$pid_file"
printf '%s\n%s\n' "$url" "$data" >"$state/server.at"
for _ in $(seq 150); do
  kill -0 "$pid" 2>/dev/null || { tail -n 20 "$log" >&2; rm -f "$pid_file"; echo "up: the server ended; its log is $log" >&2; exit 1; }
  if curl -fsS "$url/health" >/dev/null 2>&1; then
    if [ -e "$data/admin.token" ]; then echo "admin token file: $data/admin.token"; else echo "no admin token in $data: make one with './alicerce-server admin-token'"; fi
    echo "Alicerce answers at $url (log: $log; stop: make down)"
    exit 0
  fi
  sleep 0.2
done
echo "up: no answer from $url within 30 s; the log is $log" >&2
exit 1
