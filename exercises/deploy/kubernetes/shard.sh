#!/bin/sh
# One pod of the indexed Job: grades its part of the class. Started again after an eviction it goes on where it was.
#   JOB_COMPLETION_INDEX  0, 1, … set by Kubernetes       SHARDS  how many parts there are, as completions in job.yaml
#   SUBMISSIONS, GRADES   folders                         arguments go to ./lab grade
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
: "${JOB_COMPLETION_INDEX:?}" "${SHARDS:?}" "${SUBMISSIONS:?}" "${GRADES:?}"
number=$((JOB_COMPLETION_INDEX + 1))
part=$GRADES/part-$(printf '%05d' "$number")
mkdir -p "$part/results" # a part may be empty
sh "$here/../../../lab" grade "$SUBMISSIONS" -o "$part" --shard "$number/$SHARDS" "$@"
# The merge counts these: a part without it is not finished.
printf '%s\n' "$number/$SHARDS" >"$part/finished"
