# Where 'make up' and 'make demo' note what they left running. Sourced by up.sh, up-roles.sh, down.sh and demo.sh.
state=${XDG_RUNTIME_DIR:-${TMPDIR:-/tmp}}/alicerce-$(id -u)
mkdir -p -m 0700 "$state"
pid_file=$state/server.pid

# A pid may be reused: it counts only while it still runs our program.
running() { [ -s "$1" ] && [ -r "/proc/$(cat "$1")/cmdline" ] && tr '\0' ' ' <"/proc/$(cat "$1")/cmdline" 2>/dev/null | grep -qE 'alicerce-server\.dll|Demo\.dll'; }

first_free_port() {
  local port=8000
  while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  echo "$port"
}

# The same choice as the server's own.
data_folder() {
  if [ -n "${ALICERCE_DATA:-}" ]; then echo "$ALICERCE_DATA"
  elif [ "$(id -u)" = 0 ]; then echo /var/lib/alicerce
  else echo "${XDG_DATA_HOME:-$HOME/.local/share}/alicerce"; fi
}
