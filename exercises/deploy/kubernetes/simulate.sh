#!/bin/sh
# Does here what the cluster does: each pod is a process with the Job's variables, then the merge. Then grades the class in
# one run, and compares every file of the two gradebooks, byte for byte.
#   sh exercises/deploy/kubernetes/simulate.sh SUBMISSIONS SHARDS [options of ./lab grade]
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
lab=$here/../../../lab
SUBMISSIONS=$(CDPATH='' cd -- "${1:?the folder of the class}" && pwd -P)
SHARDS=${2:?how many parts}
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
GRADES=$work/grades
export SUBMISSIONS SHARDS GRADES
mkdir "$GRADES"

if sh "$here/merge.sh" 2>/dev/null; then
  echo "merge.sh must refuse parts that are not there" >&2
  exit 1
fi
index=0
while [ "$index" -lt "$SHARDS" ]; do
  JOB_COMPLETION_INDEX=$index sh "$here/shard.sh" "$@" >"$work/pod-$index.log" 2>&1 || {
    cat "$work/pod-$index.log" >&2
    exit 1
  }
  index=$((index + 1))
done
sh "$here/merge.sh"

sh "$lab" grade "$SUBMISSIONS" -o "$work/one" "$@" >"$work/one.log" 2>&1 || {
  cat "$work/one.log" >&2
  exit 1
}
sh "$lab" grades write "$work/one" >/dev/null
# .work is what the grader has compiled; a merge compiles nothing.
diff -r -x .work "$work/one" "$GRADES/all"
printf '%s parts merged equal one run: %s files, %s students\n' "$SHARDS" "$(find "$GRADES/all" -type f | wc -l)" "$(find "$work/one/results" -type f -name '*.json' | wc -l)"
