#!/bin/sh
# Packs the autograder for Gradescope from what is committed in this clone.
#   sh exercises/deploy/gradescope/zip.sh [--show WHEN] [--tests FOLDER] OUT.zip [options of ./lab grade]
# for instance: … spotlight-ch02.zip --only ch02 --seconds 10
set -eu

fail() {
  printf 'zip.sh: %s\n' "$1" >&2
  exit 2
}

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
home=$(CDPATH='' cd -- "$here/../../.." && pwd -P)
show=visible
tests=
while :; do
  case ${1:-} in
    --show) show=${2:?} && shift 2 ;;
    --tests) tests=$(CDPATH='' cd -- "${2:?}" && pwd -P) && shift 2 ;;
    *) break ;;
  esac
done
case $show in
  visible | hidden | after_due_date | after_published) ;;
  *) fail "--show $show: it is visible, hidden, after_due_date or after_published" ;;
esac
[ $# -gt 0 ] || fail "say which file to write: sh $0 spotlight.zip"
case $1 in
  /*) out=$1 ;;
  *) out=$PWD/$1 ;;
esac
shift
[ -d "$home/.git" ] || [ -f "$home/.git" ] || fail "$home is no git clone; the zip holds what is committed, so clone the course with git"
[ -z "$(git -C "$home" status --porcelain --untracked-files=no)" ] || printf 'zip.sh: some files differ from what is committed, and only that is packed\n' >&2

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
: >"$work/options"
for word in "$@"; do
  printf '%s\n' "$word" >>"$work/options"
done
printf '%s\n' "$show" >"$work/show"

# git archive keeps the permission to execute, which Gradescope needs for run_autograder. Each --prefix is for what follows.
set -- --prefix= --add-file="$work/options" --add-file="$work/show" --add-file="$here/setup.sh" --add-file="$here/run_autograder"
if [ -n "$tests" ]; then
  find "$tests" -type f -name '*.java' >"$work/list"
  while IFS= read -r file; do
    folder=$(dirname "${file#"$tests"/}")
    [ "$folder" = . ] && folder='' || folder=$folder/
    set -- "$@" --prefix="tests/$folder" --add-file="$file"
  done <"$work/list"
fi
git -C "$home" archive --format=zip -o "$out" "$@" --prefix=course/ HEAD -- . ':(exclude)notebooks/*.ipynb' ':(exclude)solutions/src'
printf '%s: upload it as the autograder of a programming assignment\n' "$out"
