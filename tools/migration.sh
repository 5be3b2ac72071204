#!/usr/bin/env bash
# Adds a migration to a module's context: make migration MODULE=Testing NAME=AddSomething
set -euo pipefail
module=$1 name=$2
[ -n "$module" ] && [ -n "$name" ] || { echo "usage: make migration MODULE=Testing NAME=AddSomething (MODULE=Platform for the platform schema)" >&2; exit 2; }
if [ "$module" = Platform ]; then project=src/Platform; else project=src/Modules/$module; fi
[ -d "$project" ] || { echo "migration: there is no module '$module' ($project does not exist)" >&2; exit 2; }
dotnet tool restore >/dev/null
exec dotnet ef migrations add "$name" -p "$project" -s tools/EfDesign --context "${module}Db"
