#!/usr/bin/env bash
# Builds the console into web/dist: npm ci only when the lock changed, the build only when something that goes into it did.
set -euo pipefail
cd "$(dirname "$0")/../web"
stamps=node_modules/.alicerce
export npm_config_update_notifier=false npm_config_fund=false npm_config_audit=false

hash_of() { sha256sum "$@" | sha256sum | cut -d ' ' -f 1; }
sources() { find src public scripts -type f ! -name '*.test.*' -print0 | sort -z | xargs -0 sha256sum; sha256sum index.html ./*.json ./*.config.* ../docs/api/openapi.json; }

locked=$(hash_of package-lock.json)
if [ "$(cat "$stamps/locked" 2>/dev/null)" != "$locked" ]; then
  npm ci --loglevel=error >&2
  mkdir -p "$stamps"
  echo "$locked" >"$stamps/locked"
fi

built=$(sources | sha256sum | cut -d ' ' -f 1)
if [ ! -e dist/index.html ] || [ "$(cat "$stamps/built" 2>/dev/null)" != "$built" ]; then
  npm run --silent build >"$stamps/build.log" 2>&1 || { cat "$stamps/build.log" >&2; exit 1; }
  grep 'critical path' "$stamps/build.log" >&2
  echo "$built" >"$stamps/built"
fi
