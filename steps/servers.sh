#!/usr/bin/env bash
# Prepares what scenarios tagged @needs.* ask for: a container engine and the images of steps/Images.
# Does nothing where it is all there. With --install it installs the packages and stops before the long part.
set -euo pipefail
cd "$(dirname "$0")"

base=debian:trixie-slim
export DOCKER_BUILDKIT=0

usage() {
  cat <<'TEXT'
Usage: steps/servers.sh [--install]
  --install   install the packages (Debian, as root) and stop
  -h, --help  show this text
Exit code 0: servers can be started; 1: they cannot, with the reason.
TEXT
}

case "${1:-}" in
  '' | --install) ;;
  -h | --help) usage; exit 0 ;;
  *) usage >&2; exit 1 ;;
esac

fail() { printf 'steps/servers.sh: %s\n' "$*" >&2; exit 1; }
engine() { docker version >/dev/null 2>&1; }
has() { docker image inspect "$1" >/dev/null 2>&1; }
may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# Nothing else depends on the pool of connections, so whoever may not install it is not stopped by that.
install_pool() {
  command -v pgbouncer >/dev/null || ! may_install && return 0
  printf 'Installing pgbouncer.\n'
  { apt-get update --quiet && apt-get install --quiet --yes --no-install-recommends pgbouncer; } >/dev/null 2>&1 ||
    printf 'It cannot be installed; scenarios tagged @needs.pgbouncer are left out.\n'
}

install_packages() {
  local missing=()
  command -v dockerd >/dev/null || missing+=(docker.io iptables)
  command -v debootstrap >/dev/null || missing+=(debootstrap)
  [ ${#missing[@]} -gt 0 ] || return 0
  may_install ||
    fail "${missing[*]} are not installed; install them, or name a server in SPECS_POSTGRES"
  printf 'Installing %s.\n' "${missing[*]}"
  apt-get update --quiet >/dev/null
  apt-get install --quiet --yes --no-install-recommends "${missing[@]}" >/dev/null
}

start_engine() {
  engine && return 0
  [ "$(id -u)" = 0 ] || fail 'no container engine answers, and only root can start one'
  local log=/var/log/dockerd.log
  setsid dockerd >"$log" 2>&1 </dev/null &
  for _ in $(seq 1 100); do
    engine && return 0
    sleep 0.1
  done
  tail -n 5 "$log" >&2
  fail 'the container engine does not start'
}

# Where nothing can be pulled, the base is made of Debian's own packages; the Dockerfiles build on either.
make_base() {
  has "$base" && return 0
  docker pull --quiet "$base" >/dev/null 2>&1 && return 0
  local root mirror
  root=$(mktemp -d)
  mirror=$(apt-get indextargets --format '$(REPO_URI)' | grep -v security | head -n 1)
  debootstrap --variant=minbase trixie "$root/base" "$mirror" >"$root/log" 2>&1 || { tail -n 5 "$root/log" >&2; fail 'debootstrap failed'; }
  tar -C "$root/base" --exclude='./var/cache/apt/archives/*' --exclude='./var/lib/apt/lists/*' -c . | docker import - "$base" >/dev/null
  rm -rf "$root"
}

make_image() {
  has "$1" || docker build --quiet --tag "$1" "$2" >/dev/null || fail "the image $1 cannot be built"
}

started=$SECONDS
install_pool
engine && has neap-specs/postgres:17 && { echo 'The servers are there.'; exit 0; }
engine || install_packages
[ "${1:-}" != --install ] || exit 0
start_engine
has neap-specs/postgres:17 || { command -v debootstrap >/dev/null || install_packages; }
make_base
make_image neap-specs/postgres:17 Images/postgres
printf 'The servers are there after %s seconds.\n' "$((SECONDS - started))"
