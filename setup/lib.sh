# shellcheck shell=sh disable=SC2016
# Shell functions that the scripts of this folder share. Sourced, never run.

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

cache() { printf '%s\n' "${XDG_CACHE_HOME:-$HOME/.cache}/jcompose"; }

is_debian() { [ -r /etc/debian_version ] && have apt-get && have dpkg-deb; }
is_root() { [ "$(id -u)" = 0 ]; }
has_systemd() { [ -d /run/systemd/system ]; }

# quietly COMMAND...: what it says is shown only if it fails.
quietly() { output=$("$@" 2>&1 </dev/null) || die "$(printf '%s\n' "$output" | tail -n 20)"; }

# Package lists of this machine that are no older than a day: older ones name packages that mirrors no longer have.
apt_lists() {
  stamp=/var/lib/apt/lists/partial
  known=$(apt-cache dumpavail 2>/dev/null | head -n 1)
  if [ -n "$known" ] && { ! is_root || [ -n "$(find "$stamp" -maxdepth 0 -mtime -1 2>/dev/null)" ]; }; then return; fi
  say "Fetching the package lists: apt-get update"
  quietly apt-get -qq update
  touch "$stamp"
}

# apt_install PACKAGE...: from the machine's own sources, without recommended packages and without starting services
# (init scripts see run level 1, in which they start nothing).
apt_install() {
  apt_lists
  say "Installing Debian packages: apt-get install $*"
  mkdir -p /usr/share/man/man1 # slim images lack it, and Java's packages do not install without
  quietly env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "$@"
}

# apt_debian: "URI SUITE CODENAME" of each Debian archive that apt is configured with.
apt_debian() {
  apt_lists
  apt-get indextargets --format '$(ORIGIN) $(COMPONENT) $(REPO_URI) $(RELEASE) $(CODENAME)' 'Created-By: Packages' |
    sed -n 's/^Debian main //p' | sort -u
}

# apt_mirror: the URI that the machine's own release comes from.
apt_mirror() { apt_debian | awk -v release="$(release)" '$3 == release { print $1; exit }'; }

release() { (. /etc/os-release && printf '%s\n' "${VERSION_CODENAME:-}"); }

# apt_beside DIR SUITE COMMAND...: runs COMMAND with an apt that knows SUITE only, from the machine's own mirror, and
# keeps all its state in DIR. The system's apt is not touched.
apt_beside() {
  dir=$1 suite=$2
  shift 2
  mirror=$(apt_mirror)
  [ -n "$mirror" ] || die "apt has no source for Debian $(release) main, so there is no mirror to take $suite from."
  mkdir -p "$dir/lists/partial" "$dir/cache/archives/partial"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$dir/only.list"
  : >"$dir/status"
  cat >"$dir/apt.conf" <<EOF
Dir::Etc::SourceList "$dir/only.list";
Dir::Etc::SourceParts "/dev/null";
Dir::State::Lists "$dir/lists";
Dir::State::status "$dir/status";
Dir::Cache "$dir/cache";
APT::Sandbox::User "$(id -un)";
EOF
  quietly env APT_CONFIG="$dir/apt.conf" apt-get -qq update
  quietly env APT_CONFIG="$dir/apt.conf" "$@"
}

# unpack DIR: unpacks each package file of the current folder into DIR, and removes it.
unpack() {
  for package in *.deb; do dpkg-deb -x "$package" "$1" && rm "$package"; done
}

# engine_address: where this user's docker client would look for the engine.
engine_address() {
  address=${DOCKER_HOST:-$(context_address)}
  case ${address:=unix:///var/run/docker.sock} in
    unix://* | tcp://*) printf '%s\n' "$address" ;;
    *) die "These scripts reach an engine by unix:// or tcp:// only, not at $address" ;;
  esac
}

# context_address: the address in the selected docker context; nothing if that is the default one.
context_address() {
  config=${DOCKER_CONFIG:-$HOME/.docker}
  context=${DOCKER_CONTEXT:-}
  if [ -z "$context" ] && [ -r "$config/config.json" ]; then
    context=$(sed -n 's/.*"currentContext"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p' "$config/config.json")
  fi
  if [ -z "$context" ] || [ "$context" = default ]; then return; fi
  meta=$config/contexts/meta/$(printf %s "$context" | sha256sum | cut -d ' ' -f 1)/meta.json
  [ -r "$meta" ] || die "The docker context \"$context\" is selected but $meta is missing."
  sed -n 's/.*"Host"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p' "$meta"
}

# api METHOD PATH [CURL OPTION...]: one request to the engine at engine_address.
api() {
  method=$1 path=$2
  shift 2
  address=$(engine_address)
  set -- -sS -X "$method" "$@"
  case $address in
    unix://*) curl --unix-socket "${address#unix://}" "$@" "http://localhost$path" ;;
    tcp://*)
      if [ -n "${DOCKER_TLS_VERIFY:-}" ]; then
        certs=${DOCKER_CERT_PATH:-$HOME/.docker}
        curl --cacert "$certs/ca.pem" --cert "$certs/cert.pem" --key "$certs/key.pem" "$@" "https://${address#tcp://}$path"
      else
        curl "$@" "http://${address#tcp://}$path"
      fi
      ;;
  esac
}

need_curl() {
  have curl && return
  is_debian && is_root || die "curl is needed to speak to the engine, and is missing. Install it and try again."
  apt_install curl
}
