#!/bin/sh
# Walks over every screen of Kontor as a screen reader does: walk.sh KONTOR KONTOR-CLI [--list]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data" XDG_CACHE_HOME="$folder/cache" XDG_RUNTIME_DIR="$folder/run"
mkdir -p -m 700 "$XDG_RUNTIME_DIR"
export LANG=C.UTF-8 QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 KONTOR_USER=Maria KONTOR_PC=walk
"$2" new "$folder/sample.kontor" --sample 40 --lang en >/dev/null
# Somebody for data care, and an import of the past.
printf 'Name,Phone,E-mail\nMARGARETE VON DER HEIDE,070-174 06 35 after six,margarete@garden.example\n' >"$folder/more.csv"
"$2" import "$folder/sample.kontor" "$folder/more.csv" >/dev/null
xvfb-run -a -s "-screen 0 1920x1200x24" dbus-run-session -- sh -c '
    openbox >/dev/null 2>&1 &
    # A window that was there before the window manager is never given the keys.
    tries=300
    until xdotool get_desktop >/dev/null 2>&1 || [ "$tries" -eq 0 ]; do sleep 0.1; tries=$((tries - 1)); done
    walk() {
        kontor=$!
        /usr/bin/python3 -W ignore "$@"; result=$?
        kill "$kontor" 2>/dev/null
        wait "$kontor" 2>/dev/null
        [ "$result" -eq 0 ] || cat "$log"
        return "$result"
    }
    log=$3
    XDG_CONFIG_HOME=$XDG_CONFIG_HOME/first "$1" >"$log" 2>&1 &
    walk "$4" --first-run $5; first=$?
    "$1" "$2" >"$log" 2>&1 &
    walk "$4" $5 && exit "$first"' sh "$1" "$folder/sample.kontor" "$folder/kontor.log" "$here/walk.py" "${3:-}" 2>"$folder/noise" || {
        result=$?
        tail -20 "$folder/noise"
        exit "$result"
    }
