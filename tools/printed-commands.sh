#!/usr/bin/env bash
# Runs every command and option that the guides print, against a demo that is kept up for as long as it takes. Prints one line a command; a
# documented option that none of them uses is a failure too.
set -uo pipefail
tools/down.sh >/dev/null
summary=$(KEEP=1 tools/demo.sh | tail -n 40) || { echo "$summary"; exit 1; }
trap 'tools/down.sh >/dev/null; rm -rf "$work"' EXIT

server=$(grep -oE 'http://[^ /]+' <<<"$(tail -n 1 <<<"$summary")")
data=$(dirname "$(sed -n 's/^report: //p' <<<"$summary" | tail -n 1)")
export ALICERCE_SERVER=$server ALICERCE_DATA=$data/server ALICERCE_TOKEN
ALICERCE_TOKEN=$(cat "$data/server/admin.token")
work=$(mktemp -d); cp -r samples/loja "$work/shop"
shop=$(./alicerce env show local --project loja --json | grep -oE '"base_url": *"[^"]+"' | grep -oE 'http[^"]+')
failed=0 ran=0 used=""

run() { # allowed exit codes, arguments…
  local allowed=$1 out code; shift
  out=$(timeout 120 ./alicerce "$@" </dev/null 2>&1); code=$?
  ran=$((ran + 1)) used+=" $*"
  if [[ ",$allowed," == *",$code,"* ]]; then echo "ok $code  alicerce $*"; else echo "FAILED $code  alicerce $*"; printf '%s\n' "$out" | tail -n 20; failed=$((failed + 1)); fi
}

run 1 scan "$work/shop"
run 1 scan "$work/shop" --json
run 1 check "$work/shop" --url "$shop" --report "junit=$work/junit.xml" --report "ctrf=$work/ctrf.json" --report "html=$work/report.html" --report "markdown=$work/summary.md"
run 1 check "$work/shop" --url "$shop" --types smoke --seed 7 --fail-fast --rate 500 --parallel 4 --json
LOJA_ANA_PASSWORD=senha-da-ana run 0 check "$work/shop" --url "$shop" --types smoke --filter login --secret LOJA_ANA_PASSWORD=env:LOJA_ANA_PASSWORD
run 1 check "$work/shop" --env local --url "$shop" --tag 'edge,!slow' --allow-changes --lang pt-BR --report "html=$work/relatorio.html"
SHOP_DB=postgres://nobody:nothing@127.0.0.1:1/shop run 1 check "$work/shop" --url "$shop" --types query --filter destaques --datasource loja=env:SHOP_DB
run 0 init "$work/shop"
run 1 check "$work/shop" --url "$shop" --update --yes
run 1 scan "$work/shop" --server "$server" --project loja
run 1 check "$work/shop" --server "$server" --project loja --env local --token-file "$data/server/admin.token"
run 1 check "$work/shop" --server "$server" --project copied --env local --url "$shop"
run 0 project list
run 0 project show loja
run 0 project create verified
run 0 env create staging --project verified --base-url "$shop" --protected --self-test --variable a=b --approved-host 127.0.0.1
run 0 env list --project verified
run 0 env set staging --project verified --variable a=c
run 0 env datasource shop --env staging --project verified --address postgresql://reader@127.0.0.1:5432/shop --secret-name READER
run 0 suite list --project loja
run 0 suite show 1
run 0 suite diff --project loja
run 0 suite generate --project loja
run 0 suite export 1 -o "$work/suite.yaml"
run 0 suite import 1 "$work/suite.yaml" --preview
run 0 suite import 1 "$work/suite.yaml"
run 0 test run 1 --env local --detach
run 0,1 test watch 1
run 1 test run 1 --env local
run 2 test cancel 1
for format in junit ctrf html markdown; do run 0 test report 1 --format "$format" -o "$work/run.$format"; done
run 0 test history 1
run 0 test compare 1
run 0 test compare 1 --env local,local
run 0 suite show 'Auto Suite' --project loja
run 0 project delete copied --yes
run 0 --help
run 0 models list --to "$work/models"
run 0 env delete staging --project verified --yes
run 0 project delete verified --yes
documented=$(grep -ohE -- '(^|[ `])--[a-z][a-z-]+' README.md docs/{cli,ci,cases,discovery,generation,openapi}.md | tr -d ' `' | sort -u)
for option in $documented; do
  [[ "$used " == *" $option"[\ =]* || "$option" = --data-binary ]] || { echo "FAILED    $option is documented and was not used"; failed=$((failed + 1)); ran=$((ran + 1)); }
done
echo "$((ran - failed)) of $ran printed commands ended as they should"
exit "$((failed > 0))"
