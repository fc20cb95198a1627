#!/bin/sh
# Does what Gradescope does, in a folder of its own: packs, unpacks, sets up, grades one hand-in, prints results.json.
#   sh exercises/deploy/gradescope/simulate.sh SUBMISSION [options of ./lab grade]
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
submission=$(CDPATH='' cd -- "${1:?a folder with one hand-in}" && pwd -P)
shift
SPOTLIGHT_AUTOGRADER=$(mktemp -d)
export SPOTLIGHT_AUTOGRADER
trap 'rm -rf "$SPOTLIGHT_AUTOGRADER"' EXIT
cd "$SPOTLIGHT_AUTOGRADER"
mkdir source results
sh "$here/zip.sh" "$SPOTLIGHT_AUTOGRADER/autograder.zip" "$@" >&2
(cd source && jar --extract --file ../autograder.zip)
cp source/run_autograder run_autograder
chmod +x run_autograder
sh source/setup.sh >&2
cp -RP "$submission" submission
./run_autograder >results/stdout 2>&1 || {
  cat results/stdout >&2
  exit 1
}
cat results/stdout >&2
cat results/results.json
