#!/bin/sh
# Renders every page of the program into PNG files, to be judged by eye: packaging/screenshots.sh FOLDER [PROGRAM]
# A folder each for light, dark, a mirrored language that is 60 % longer than English, Persian, a screen of 150 %, text of 150 %,
# and windows of 900x600 and 1920x1080. All at once, since each one mostly waits.
set -eu
folder=${1:?"usage: packaging/screenshots.sh FOLDER [PROGRAM]"}
program=${2:-build/release/app/kontor/kontor}
configuration=$(mktemp -d)
trap 'rm -rf "$configuration"' EXIT
export QT_QPA_PLATFORM=offscreen

take() {
    name=$1
    shift
    own="$configuration/$name"
    XDG_CONFIG_HOME="$own" XDG_DATA_HOME="$own" XDG_CACHE_HOME="$own" "$program" --screenshots "$folder/$name" "$@" &
    started="$started $!"
}

started=""
take light --theme light --language en
take dark --theme dark --language en
take mirrored --theme light --language pseudo --mirrored
take fa --theme light --language fa
take large --theme light --language en --scale 1.5
take text-150 --theme light --language en --text-size 150
take 900x600 --theme light --language en --window 900x600
take 1920x1080 --theme light --language en --window 1920x1080
for process in $started; do
    wait "$process"
done
