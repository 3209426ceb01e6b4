#!/usr/bin/env bash
# Installs what the suite needs where it may, builds everything, and runs every specification.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1

usage() {
  cat <<'TEXT'
Usage: steps/test.sh [options]
  -v, --verbose        show the whole output, not only the end
  -b, --benchmark      run the scenarios tagged @benchmark too
  -s, --slow           run the scenarios tagged @slow too
  -c, --coverage       collect line coverage (Cobertura) into .artifacts/results
  -f, --filter EXPR    run only the tests that fit, such as "FullyQualifiedName~Renames" or "Category=E-57"
  -h, --help           show this text
Exit code 0: everything passed; 1: something failed, is missing, or the command is wrong.
TEXT
}

verbose=0 coverage=0 filter=
while [ $# -gt 0 ]; do
  case "$1" in
    -v | --verbose) verbose=1 ;;
    -b | --benchmark) export SPECS_BENCHMARK=1 ;;
    -s | --slow) export SPECS_SLOW=1 ;;
    -c | --coverage) coverage=1 ;;
    -f | --filter)
      [ $# -ge 2 ] || { usage >&2; exit 1; }
      filter=$2
      shift
      ;;
    -h | --help) usage; exit 0 ;;
    *)
      printf 'steps/test.sh: unknown option %s\n\n' "$1" >&2
      usage >&2
      exit 1
      ;;
  esac
  shift
done

# grep -q would leave at the first line, and the pipe of whoever still writes would count as a failure.
has_libgit2() { ldconfig -p 2>/dev/null | grep 'libgit2\.so' >/dev/null; }

missing=()
command -v git >/dev/null || missing+=(git)
has_libgit2 || missing+=(libgit2)
# Places a crash at a system call; without it crashes are placed in time.
optional=()
command -v strace >/dev/null || optional+=(strace)
packages() {
  local name
  for name in "$@"; do
    [ "$name" = libgit2 ] && name=$(apt-cache search --names-only '^libgit2-1\.[0-9]+$' | cut -d' ' -f1 | sort -V | tail -n 1)
    printf '%s\n' "$name"
  done
}

if [ $((${#missing[@]} + ${#optional[@]})) -gt 0 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  printf 'Installing %s.\n' "${missing[*]} ${optional[*]}"
  { apt-get update --quiet && packages "${missing[@]}" "${optional[@]}" | xargs apt-get install --quiet --yes --no-install-recommends; } >/dev/null 2>&1
  missing=()
  command -v git >/dev/null || missing+=(git)
  has_libgit2 || missing+=(libgit2)
fi
command -v dotnet >/dev/null && dotnet --list-sdks | grep '^1[0-9]\.' >/dev/null || missing+=('the .NET 10 SDK')
if [ ${#missing[@]} -gt 0 ]; then
  printf 'The suite needs %s; install what is missing (Debian: apt-get install git libgit2-1.5) and run this command again.\n' \
    "$(IFS=,; printf '%s' "${missing[*]}")" >&2
  exit 1
fi

results=${SPECS_RESULTS:-.artifacts/results}
rm -rf "$results"
mkdir -p "$results"
log=$results/suite.log
arguments=(test Specs.sln --configuration Release --nologo --logger 'trx;LogFilePrefix=suite' --results-directory "$results")
[ $coverage = 0 ] || export SPECS_COVERAGE=1
[ -z "$filter" ] || arguments+=(--filter "$filter")

# The scenarios start neap hundreds of times. Compiled ahead, as it ships, it takes a quarter off all the processor
# time of a whole run; a few tests are over before that is worth its while.
if [ -z "$filter" ] && [ -z "${SPECS_NEAP:-}" ]; then
  if dotnet publish src/Neap.Cli --configuration Release --use-current-runtime --self-contained false \
    -p:PublishReadyToRun=true --output "$PWD/.artifacts/published" --nologo --verbosity quiet >"$results/publish.log" 2>&1; then
    export SPECS_NEAP=$PWD/.artifacts/published
  else
    rm -rf .artifacts/published
    printf 'neap cannot be compiled ahead here (%s says why): it is tested as it was built.\n' "$results/publish.log"
  fi
fi
# No feature keeps the processors idle at the end by waiting for one server after the other.
export SPECS_PARALLEL=${SPECS_PARALLEL:-scenarios}

started=$SECONDS
if [ $verbose = 1 ]; then
  dotnet "${arguments[@]}" 2>&1 | tee "$log"
else
  dotnet "${arguments[@]}" >"$log" 2>&1
fi
code=$?

if [ $code != 0 ]; then
  grep -E '^ *Failed ' "$log" | head -n 50
  printf '\nThe last lines of %s:\n' "$log"
  tail -n 20 "$log"
fi
# Every test project writes a file of its own.
count() { sed -n "s/.*<Counters[^>]* $1=\"\([0-9]*\)\".*/\1/p" "$results"/suite*.trx 2>/dev/null | awk '{ sum += $1 } END { if (NR) print sum }'; }
total=$(count total) passed=$(count passed) failed=$(count failed) executed=$(count executed)
printf '\n%s tests in %s seconds.\n' "${total:-No}" "$((SECONDS - started))"
printf 'Suite: %s passed, %s failed, %s skipped\n' "${passed:-0}" "${failed:-0}" "$((${total:-0} - ${executed:-0}))"
[ $code = 0 ] || exit 1
if [ $coverage = 1 ]; then
  report=$(find "$results" -name 'coverage.cobertura.xml' | head -n 1)
  [ -n "$report" ] || { echo 'No coverage was collected.' >&2; exit 1; }
  cp "$report" .artifacts/coverage.xml
  printf 'Coverage: %s\n' "$report"
fi
[ "${executed:-0}" -gt 0 ] || { echo 'No test was executed.' >&2; exit 1; }
