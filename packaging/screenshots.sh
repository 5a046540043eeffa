#!/bin/sh
# Renders every page of the program into PNG files, to be judged by eye: packaging/screenshots.sh FOLDER [PROGRAM]
# Light, dark, in a mirrored language that is 60 % longer than English, in Persian, and at 150 %.
set -eu
folder=${1:?"usage: packaging/screenshots.sh FOLDER [PROGRAM]"}
program=${2:-build/release/app/kontor/kontor}
configuration=$(mktemp -d)
trap 'rm -rf "$configuration"' EXIT
export XDG_CONFIG_HOME="$configuration" XDG_DATA_HOME="$configuration" XDG_CACHE_HOME="$configuration"
export QT_QPA_PLATFORM=offscreen
"$program" --screenshots "$folder/light" --theme light --language en
"$program" --screenshots "$folder/dark" --theme dark --language en
"$program" --screenshots "$folder/mirrored" --theme light --language pseudo --mirrored
"$program" --screenshots "$folder/fa" --theme light --language fa
"$program" --screenshots "$folder/large" --theme light --language en --scale 1.5
