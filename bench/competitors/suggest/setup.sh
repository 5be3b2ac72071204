#!/usr/bin/env bash
# Installs what the reference of `bench suggest` needs, from Debian: FastAPI and FAISS for Python 3, and a fast matrix library. Only the benchmark asks for it.
set -euo pipefail
packages=(python3-fastapi python3-uvicorn python3-faiss python3-numpy python3-uvloop python3-httptools libopenblas0-pthread wrk)

dpkg -s "${packages[@]}" >/dev/null 2>&1 && exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "setup: the reference is not installed. Install it (Debian: apt-get install --no-install-recommends ${packages[*]})" >&2
  exit 1
fi
echo "setup: installing ${packages[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq >&2
apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
