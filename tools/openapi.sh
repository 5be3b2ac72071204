#!/usr/bin/env bash
# Writes the API's own description from the server; a test fails while the committed file is stale.
set -euo pipefail
mkdir -p docs/api
dotnet artifacts/bin/Alicerce.Server/debug/alicerce-server.dll openapi >docs/api/openapi.json.new
mv docs/api/openapi.json.new docs/api/openapi.json
npm --prefix web run --silent api
echo "wrote docs/api/openapi.json and web/src/api/schema.d.ts"
