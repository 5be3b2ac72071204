#!/usr/bin/env bash
# Runs every test executable and closes with the plain total. Arguments after the results folder go to each executable.
set -uo pipefail
results=$1; shift
rm -rf "$results"; mkdir -p "$results"

tools/test-console.sh "$results"
for folder in tests/*.Tests tests/EndToEnd; do
  project=$(basename "$(ls "$folder"/*.csproj 2>/dev/null | head -1)" .csproj)
  [ -n "$project" ] || continue
  started=$SECONDS
  log="$results/$project.log"
  if ! dotnet "artifacts/bin/$project/debug/$project.dll" -xml "$results/$project.xml" -noLogo -parallel all "$@" >"$log" 2>&1; then
    grep -vE '^\s*$' "$log" | tail -n 60
    # A process that died wrote no results: that must not look like "no tests".
    [ -s "$results/$project.xml" ] || printf '<assemblies><assembly name="%s"><errors><error name="%s"><failure><message>the test process ended without results</message></failure></error></errors></assembly></assemblies>' "$project" "$project" >"$results/$project.xml"
  fi
  echo "$project: $((SECONDS - started)) s"
done
dotnet artifacts/bin/TestReport/debug/TestReport.dll summary "$results"
