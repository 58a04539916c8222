#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What tools/keep-passed stands in for, and what it never does.
set -u
keep=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
number=0
export YS_PASSED="$folder/passed" YS_KEEP_SECONDS=0
mkdir "$YS_PASSED"

# A test program: says that it ran, ends as told.
cat >"$folder/program" <<'END'
#!/bin/sh
echo ran >>"$1"
echo "$2 1 - one"
exit "$3"
END
chmod +x "$folder/program"

expect ()
{
  number=$((number + 1))
  if [ "$2" = "$3" ]; then echo "ok $number $1"; else echo "not ok $number $1: $2, not $3"; fi
}
runs ()
{
  wc -l <"$1" | tr -d ' '
}

echo 1..9
slow="$folder/slow"
"$keep" "$folder/program" "$slow" ok 0 >"$folder/first"
"$keep" "$folder/program" "$slow" ok 0 >"$folder/second"
expect "/keep-passed/slow-once" "$(runs "$slow")" 1
expect "/keep-passed/same-output" "$(cat "$folder/first")" "$(cat "$folder/second")"
expect "/keep-passed/counted" "$(runs "$YS_PASSED/.kept")" 1
touch -d '2 days ago' "$YS_PASSED"/*
"$keep" "$folder/program" "$slow" ok 0 >/dev/null
expect "/keep-passed/not-after-a-day" "$(runs "$slow")" 2
quick="$folder/quick"
for i in 1 2; do YS_KEEP_SECONDS=60 "$keep" "$folder/program" "$quick" ok 0 >/dev/null; done
expect "/keep-passed/quick-always" "$(runs "$quick")" 2
bad="$folder/bad"
for i in 1 2; do "$keep" "$folder/program" "$bad" "not ok" 0 >/dev/null; done
expect "/keep-passed/failure-again" "$(runs "$bad")" 2
ill="$folder/ill"
for i in 1 2; do "$keep" "$folder/program" "$ill" ok 3 >/dev/null; status=$?; done
expect "/keep-passed/bad-end-again" "$(runs "$ill")" 2
expect "/keep-passed/exit-status" "$status" 3
YS_PASSED='' "$keep" "$folder/program" "$slow" ok 0 >/dev/null
expect "/keep-passed/off" "$(runs "$slow")" 3
