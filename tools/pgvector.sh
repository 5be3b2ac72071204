#!/usr/bin/env bash
# Installs the extension pgvector for the PostgreSQL that the server would start. Debian 12 has no package of it, so it is built from Debian 13's source, pinned by
# hash. Clusters may be running: no installed package is touched, only a compiler is added where there is none. Idempotent; any pgvector that is there stays.
set -euo pipefail
version=0.8.0 debian_revision=1
sum=867a2c328d4928a5a9d6f052cd3bc78c7d60228a9b914ad32aa3db88e9de27b0

refuse() { echo "setup: pgvector is not installed: $1. Alicerce works without it." >&2; exit 1; }

# The same order as the server's (ALICERCE_PG_BIN, pg_config, the newest of Debian's).
bin=${ALICERCE_PG_BIN:-$(pg_config --bindir 2>/dev/null || true)}
[ -x "$bin/pg_config" ] || bin=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1 || true)
config=$bin/pg_config
[ -x "$config" ] || refuse "there is no PostgreSQL with a pg_config"
library=$("$config" --pkglibdir)/vector.so control=$("$config" --sharedir)/extension/vector.control
[ -f "$library" ] && [ -f "$control" ] && exit 0

[ "$(id -u)" = 0 ] || refuse "only root can build it into PostgreSQL (sudo make setup)"
command -v apt-get >/dev/null || refuse "it is built from Debian's packages, and there is no apt-get"
trap 'refuse "\"$BASH_COMMAND\" failed"' ERR
echo "setup: building pgvector $version" >&2
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq >&2
tools=()
command -v gcc >/dev/null || tools+=(gcc libc6-dev)
command -v make >/dev/null || tools+=(make)
[ ${#tools[@]} = 0 ] || apt-get install -y -qq --no-install-recommends "${tools[@]}" >/dev/null

work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/{lists/partial,cache/archives/partial}
cd "$work"
# Headers are the same throughout a major version; installing their package would upgrade the server.
major=$("$config" --version | grep -oE '[0-9]+' | head -1)
apt-get -o APT::Sandbox::User=root -qq download "postgresql-server-dev-$major" >/dev/null
dpkg-deb -x "postgresql-server-dev-${major}_"*.deb headers

# Lists of its own keep Debian 13 out of the machine's apt.
codename=$(. /etc/os-release; echo "$VERSION_CODENAME")
mirror=$(apt-get indextargets --format '$(REPO_URI)' "Codename: $codename" | sort -u | head -1)
echo "deb-src $mirror trixie main" > trixie.list
private=(-o Dir::Etc::SourceList="$work/trixie.list" -o Dir::Etc::SourceParts=- -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Sandbox::User=root)
apt-get "${private[@]}" update -qq >&2
apt-get "${private[@]}" source --download-only -qq "pgvector=$version-$debian_revision" >/dev/null
echo "$sum  pgvector_$version.orig.tar.gz" | sha256sum -c --quiet >&2
tar xzf "pgvector_$version.orig.tar.gz"
cd "pgvector-$version"
# OPTFLAGS: no instructions that only the machine that builds has.
make=(make -s PG_CONFIG="$config" includedir_server="$work/headers/usr/include/postgresql/$major/server" OPTFLAGS= with_llvm=no)
"${make[@]}" -j"$(nproc)" >&2
"${make[@]}" install >/dev/null
[ -f "$library" ] && [ -f "$control" ]
echo "setup: pgvector $version is installed" >&2
