#!/bin/sh
# Gradescope runs this once, when the autograder's image is built: installs what is missing, builds the course.
set -eu
root=${SPOTLIGHT_AUTOGRADER:-/autograder}

missing=
command -v javac >/dev/null || missing="$missing openjdk-17-jdk-headless"
command -v mvn >/dev/null || missing="$missing maven"
command -v bwrap >/dev/null || missing="$missing bubblewrap"
if [ -n "$missing" ]; then
  apt-get update
  # shellcheck disable=SC2086 # several words on purpose
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
fi

# The first call builds; the later ones, with a student's files beside it, find everything built and need no network.
sh "$root/source/course/lab" --version
