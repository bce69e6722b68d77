#!/usr/bin/env bash
# Installs what the tests need where it is missing, runs all of them, and ends with one line of counts.
set -u
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
passed=0 failed=0 skipped=0

install_chromium() {
    command -v chromium >/dev/null && return 0
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    echo "Installing chromium from Debian's packages ..."
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium; } >"$logs/apt" 2>&1 \
        && command -v chromium >/dev/null
}

# Adds the sums of a log's matching lines to the totals: passed, failed, skipped.
count() {
    passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
}

run_dotnet_tests() {
    local name=$1 log="$logs/$1"
    echo "== $name"
    dotnet test "tests/$name" --no-build --configuration Release --logger "console;verbosity=normal" >"$log" 2>&1
    local status=$?
    grep -E '^\s+(Failed|Skipped) |\[SKIP\]|error' "$log" | sort -u | head -60
    if ! grep -qE 'Total tests: [0-9]+' "$log" || { [ $status -ne 0 ] && ! grep -qE '^ +Failed: [0-9]+' "$log"; }; then
        tail -40 "$log"
        count 0 1 0
        return
    fi
    [ $status -ne 0 ] && grep -A 12 -E '^\s+Failed ' "$log" | head -200
    count "$(number "$log" Passed)" "$(number "$log" Failed)" "$(number "$log" Skipped)"
}

number() {
    sed -nE "s/^ +$2: ([0-9]+)\$/\1/p" "$1" | awk '{ sum += $1 } END { print sum + 0 }'
}

run_js_tests() {
    echo "== tests/js"
    if ! command -v node >/dev/null; then
        echo "node is absent: the tests in tests/js are skipped."
        count 0 0 "$(ls tests/js/*.test.mjs | wc -l)"
        return
    fi
    node --test --test-reporter=tap tests/js/*.test.mjs >"$logs/js" 2>&1
    [ $? -ne 0 ] && grep -A 20 '^not ok' "$logs/js" | head -120
    count "$(tap pass)" "$(tap fail)" "$(tap skipped)"
}

tap() {
    sed -nE "s/^# $1 ([0-9]+)\$/\1/p" "$logs/js" | tail -1
}

finish() {
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
    exit $?
}

if install_chromium; then
    SAHELWATCH_CHROMIUM=$(command -v chromium)
    export SAHELWATCH_CHROMIUM
else
    echo "chromium is absent and could not be installed: the browser tests are skipped by name."
fi

echo "== build"
if ! dotnet build SahelWatch.sln --configuration Release --verbosity quiet >"$logs/build" 2>&1; then
    grep -E 'error|warning' "$logs/build" | sort -u | head -40
    failed=1
    finish
fi

echo "== publish"
if ! dotnet publish src/SahelWatch.Web --configuration Release --no-build --output "$logs/published" >"$logs/publish" 2>&1; then
    tail -20 "$logs/publish"
    failed=1
    finish
fi
export SAHELWATCH_PUBLISHED="$logs/published"

run_dotnet_tests SahelWatch.Tests
run_dotnet_tests SahelWatch.Browser
run_js_tests
finish
