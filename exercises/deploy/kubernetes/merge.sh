#!/bin/sh
# After all pods of the indexed Job: one gradebook from the parts, in GRADES/all. Ends with 1 if a part is missing.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
: "${SHARDS:?}" "${GRADES:?}"
set --
number=1
while [ "$number" -le "$SHARDS" ]; do
  part=$GRADES/part-$(printf '%05d' "$number")
  if [ "$(cat "$part/finished" 2>/dev/null)" != "$number/$SHARDS" ]; then
    printf 'merge.sh: part %s of %s is not finished: wait for the Job, or start it again\n' "$number" "$SHARDS" >&2
    exit 1
  fi
  set -- "$@" "$part"
  number=$((number + 1))
done
exec sh "$here/../../../lab" grades merge "$@" -o "$GRADES/all"
