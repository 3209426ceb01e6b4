#!/usr/bin/env bash
# Second opinions: Cucumber's own implementations, from npm, judge our runner and our feature files.
# Usage: steps/Judges/judge.sh MESSAGES   (the messages of a whole run of the suite)
set -euo pipefail
cd "$(dirname "$0")/../.."

messages=${1:?'say which messages to judge'}
court=$PWD/.artifacts/judges
mkdir -p "$court"
cp steps/Judges/* "$court"
(cd "$court" && npm install --no-audit --no-fund --no-package-lock --loglevel=error)
kit=$court/node_modules/@cucumber/compatibility-kit

rm -rf "$court/results"
SPECS_KIT=$kit SPECS_KIT_RESULTS=$court/results \
  dotnet test steps/RunnerFacts --configuration Release --no-restore --nologo --verbosity quiet --filter FullyQualifiedName~CompatibilityKit

judge() { printf '  '; node "$court/$1.mjs" "${@:2}"; }

# A judge that never finds anything is none: each must object to evidence that was spoiled for it.
must_object() {
  if node "$court/$1.mjs" "${@:2}" >"$court/spoiled.log" 2>&1; then
    printf 'the judge %s accepted spoiled evidence\n' "$1" >&2
    exit 1
  fi
}

judge kit "$kit" "$court/results"
judge messages "$messages"
judge pickles "$messages" features
judge expressions "$messages" steps/Bindings
judge formatter features

spoiled=$court/spoiled
rm -rf "$spoiled" && mkdir -p "$spoiled/features" "$spoiled/results"
cp "$court"/results/*.ndjson "$spoiled/results"
sed -i '0,/"status":"PASSED"/s//"status":"SKIPPED"/' "$spoiled/results/minimal.ndjson"
must_object kit "$kit" "$spoiled/results"
rm "$spoiled/results/minimal.ndjson"
must_object kit "$kit" "$spoiled/results"
sed '0,/"testCaseStartedId"/s//"testCaseStarted"/' "$messages" >"$spoiled/schema.ndjson"
must_object messages "$spoiled/schema.ndjson"
sed '0,/"type":"Action"/s//"type":"Context"/' "$messages" >"$spoiled/pickles.ndjson"
must_object pickles "$spoiled/pickles.ndjson" features
sed '0,/"group":{"start":[0-9]*/s//"group":{"start":99/' "$messages" >"$spoiled/expressions.ndjson"
must_object expressions "$spoiled/expressions.ndjson" steps/Bindings
printf 'Feature: Crooked\n   Scenario: One\n    Given a\n' >"$spoiled/features/crooked.feature"
must_object formatter "$spoiled/features"
must_object formatter "$spoiled/results"
printf '  every judge objects to spoiled evidence\n'
