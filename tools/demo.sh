#!/usr/bin/env bash
# Runs the demo. On a terminal or with KEEP=1 the server stays up afterwards, for 60 minutes at most, until 'make down'.
set -euo pipefail
. tools/state.sh
demo=artifacts/bin/Demo/debug/Demo.dll
if [ "${KEEP:-}" != 1 ] && ! [ -t 1 ]; then exec dotnet "$demo"; fi

if running "$state/demo.pid"; then echo "demo: one is still up (pid $(cat "$state/demo.pid")); 'make down' stops it" >&2; exit 1; fi
log=$state/demo.log
result=$state/demo.result
rm -f "$result"; : >"$log"
nohup dotnet "$demo" --keep "$result" >"$log" 2>&1 </dev/null &
pid=$!
echo "$pid" >"$state/demo.pid"
tail --pid="$pid" -n +1 -f "$log" & tail_pid=$!
while [ ! -s "$result" ] && kill -0 "$pid" 2>/dev/null; do sleep 0.2; done
sleep 0.3
kill "$tail_pid" 2>/dev/null || true
[ -s "$result" ] || { echo "demo: it ended before its summary; the log is $log" >&2; exit 1; }
head -1 "$result" | grep -qx ok || exit_code=1
tail -n +2 "$result"
exit "${exit_code:-0}"
