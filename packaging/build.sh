#!/bin/sh
# Configures and builds into a folder; quiet while all goes well.
#
#   packaging/build.sh FOLDER [TARGET | -DOPTION=VALUE]...
set -eu

source=$(cd "$(dirname "$0")/.." && pwd)
build=$1
shift
mkdir -p "$build"

targets=""
options=""
for argument in "$@"; do
    case "$argument" in
    -D*) options="$options $argument" ;;
    *) targets="$targets $argument" ;;
    esac
done

if ! cmake -S "$source" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release $options >"$build/configure.log" 2>&1; then
    cat "$build/configure.log" >&2
    exit 1
fi
cmake --build "$build" ${targets:+--target $targets}
