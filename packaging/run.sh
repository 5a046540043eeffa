#!/bin/sh
# Installs what is missing, builds Kontor and starts it. Without arguments it opens a base with generated customers.
#
#   packaging/run.sh [FILE.kontor] [argument of kontor]...
set -eu

source=$(cd "$(dirname "$0")/.." && pwd)
build="$source/build/release"

"$source/packaging/setup.sh" build run
"$source/packaging/build.sh" "$build" kontor kontor-cli

if [ $# -eq 0 ]; then
    folder="${XDG_DATA_HOME:-$HOME/.local/share}/Kontor"
    base="$folder/sample.kontor"
    if [ ! -e "$base" ]; then
        mkdir -p "$folder"
        case "${LC_ALL:-${LC_MESSAGES:-${LANG:-en}}}" in
        de*) set -- --lang de --country DE --currency EUR --tz Europe/Berlin ;;
        ru*) set -- --lang ru --country RU --currency RUB --tz Europe/Moscow ;;
        zh*) set -- --lang zh --country CN --currency CNY --tz Asia/Shanghai ;;
        sv*) set -- --lang sv --country SE --currency SEK --tz Europe/Stockholm ;;
        fa*) set -- --lang fa --country IR --currency IRR --tz Asia/Tehran ;;
        cy*) set -- --lang cy --country GB --currency GBP --tz Europe/London ;;
        *) set -- --lang en --country GB --currency GBP --tz Europe/London ;;
        esac
        "$build/app/kontor-cli/kontor-cli" new "$base" "$@" --sample 120
    fi
    set -- "$base"
fi

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ -z "${QT_QPA_PLATFORM:-}" ]; then
    echo "Kontor is built: $build/app/kontor/kontor" >&2
    echo "There is no display to show it on. Start this in a desktop session, or try it on a virtual screen:" >&2
    echo "    xvfb-run -a packaging/run.sh        (Debian packages xvfb and xauth)" >&2
    exit 1
fi
exec "$build/app/kontor/kontor" "$@"
