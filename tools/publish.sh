#!/usr/bin/env bash
# Builds the command line as it is shipped: one folder with its own runtime, compiled ahead of time, for the machine it is built on.
# Prints the path of the binary.
set -euo pipefail
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) rid=linux-x64 ;;
  Linux-aarch64) rid=linux-arm64 ;;
  Darwin-arm64) rid=osx-arm64 ;;
  *) echo "publish: no runtime is known for $(uname -s) on $(uname -m); run ./alicerce from source" >&2; exit 1 ;;
esac
out=artifacts/publish/$rid
dotnet publish src/Cli -c release -r "$rid" --self-contained -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=true \
  --artifacts-path artifacts/publish-build -o "$out" -v q --nologo -clp:ErrorsOnly >&2
echo "$out/alicerce"
