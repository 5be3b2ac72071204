#!/usr/bin/env bash
# Lint, types and component tests of the console, each a result in the folder that 'make test' counts.
set -uo pipefail
results=$(realpath "$1")
cd "$(dirname "$0")/../web"
started=$SECONDS

escape() { sed 's/\x1b\[[0-9;]*m//g; s/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g; s/"/\&quot;/g'; }
cases=
for check in lint types; do
  if output=$(npm run --silent "$check" 2>&1); then
    cases+="<testcase classname=\"web\" name=\"$check\"/>"
  else
    echo "$output" | tail -n 60
    cases+="<testcase classname=\"web\" name=\"$check\"><failure message=\"$(echo "$output" | grep -m 1 error | escape)\"/></testcase>"
  fi
done
echo "<testsuites><testsuite name=\"console checks\">$cases</testsuite></testsuites>" >"$results/console-checks.xml"

if ! npx --no-install vitest run --reporter=junit --outputFile="$results/console.xml" >"$results/console.log" 2>&1; then
  grep -vE '^\s*$' "$results/console.log" | tail -n 60
  # Also what went wrong outside of a test counts.
  grep -q '<failure\|<error' "$results/console.xml" 2>/dev/null || echo '<testsuites><testsuite name="console"><testcase classname="web" name="vitest"><failure message="the run ended with an error outside of a test"/></testcase></testsuite></testsuites>' >"$results/console-run.xml"
fi
echo "console: $((SECONDS - started)) s"
