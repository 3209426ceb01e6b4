#!/usr/bin/env bash
# Provides what scenarios about pages need: Chromium, and from npm axe-core and the standard Cucumber report.
set -euo pipefail
cd "$(dirname "$0")/.."

has_browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
if ! has_browser >/dev/null; then
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || { echo 'Install Chromium, or name a browser in SPECS_BROWSER.' >&2; exit 1; }
  echo 'Installing Chromium.'
  { apt-get update --quiet && apt-get install --quiet --yes --no-install-recommends chromium fonts-dejavu-core; } >/dev/null
fi

command -v npm >/dev/null || { echo 'npm is not here: no accessibility check and no standard Cucumber report.' >&2; exit 0; }
tools=.artifacts/browser
mkdir -p "$tools"
[ -e "$tools/package.json" ] || echo '{ "private": true }' >"$tools/package.json"
[ -d "$tools/node_modules/axe-core" ] && [ -d "$tools/node_modules/@cucumber/html-formatter" ] && exit 0
npm install --prefix "$tools" --no-audit --no-fund --loglevel=error axe-core@4 @cucumber/html-formatter@24 @cucumber/messages@34
