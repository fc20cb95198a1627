#!/bin/sh
# The step of classroom.yml that grades; it needs only a shell, jq and base64.
#   sh grade.sh KIT CLASS OUT
# KIT is the instructor's course, CLASS a folder with the one submission. Writes the points for Classroom's reporter to
# GITHUB_OUTPUT and a table to GITHUB_STEP_SUMMARY; OPTIONS go to ./lab grade.
set -eu
kit=$1
class=$2
out=$3

# shellcheck disable=SC2086 # OPTIONS are several words
sh "$kit/lab" grade "$class" -o "$out/gradebook" ${OPTIONS:-}
sh "$kit/lab" gradescope "$out/gradebook" -o "$out/results.json"

# One test case of the reporter for each test method; a title from us, text from a student only inside JSON strings.
jq -c '{
  version: 1,
  status: (if all(.tests[]; .score == .max_score) then "pass" else "fail" end),
  max_score: ([.tests[].max_score] | add // 0),
  tests: [.tests[] | {
    name: .name,
    status: (if .score == .max_score then "pass" else "fail" end),
    score: .score,
    message: .output,
    test_code: .name,
    filename: "",
    line_no: 0,
    execution_time: 0
  }]
}' "$out/results.json" >"$out/classroom.json"
printf 'result=%s\n' "$(base64 <"$out/classroom.json" | tr -d '\n')" >>"$GITHUB_OUTPUT"

# Only points and our own titles: the summary is Markdown, and what a student wrote stays out of it.
jq -r '"| test | points |", "| --- | --- |", (.tests[] | "| \(.name | gsub("[|`<>\n\r]"; " ")) | \(.score) of \(.max_score) |")' \
  "$out/results.json" >>"$GITHUB_STEP_SUMMARY"
