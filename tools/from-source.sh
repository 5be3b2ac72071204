# Runs a program from source: builds only when a source is newer than the last build, and prints build output on stderr only. Sourced by
# ./alicerce and ./alicerce-server.
from_source() { # from_source NAME PROJECT ASSEMBLY SOURCES -- ARGUMENTS…
  local name=$1 project=$2 assembly=$3 stamp=$here/artifacts/.$1-built sources=() new
  shift 3
  while [ "$1" != -- ]; do sources+=("$here/src/$1"); shift; done
  shift
  if [ ! -e "$assembly" ] || [ ! -e "$stamp" ] || [ -n "$(find "${sources[@]}" "$here"/Directory.*.props -newer "$stamp" -not -path '*/obj/*' -print -quit)" ]; then
    new=$(mktemp)
    dotnet build "$here/src/$project" -v q --nologo -clp:ErrorsOnly >&2
    mkdir -p "$here/artifacts" && mv "$new" "$stamp"
  fi
  exec dotnet "$assembly" "$@"
}
