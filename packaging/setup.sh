#!/bin/sh
# Installs the Debian 12 packages that are missing. Says nothing when there is nothing to do.
#
#   packaging/setup.sh [build] [run] [test]      without a group: all three
set -eu

build="g++ cmake ninja-build ccache mold pkg-config qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    libgl1-mesa-dev libsqlite3-dev libphonenumber-dev libprotobuf-dev protobuf-compiler libicu-dev libzip-dev libxlsxwriter-dev"
run="libqt6network6 libqt6sql6-sqlite libqt6svg6 qt6-qpa-plugins qt6-translations-l10n fonts-noto-core fonts-noto-cjk"
test="libgtest-dev libgmock-dev libbenchmark-dev libqt6test6 xvfb xauth openbox x11-utils xdotool imagemagick dbus dbus-x11
    at-spi2-core python3-pyatspi gir1.2-atspi-2.0 sqlite3"

wanted=""
for group in "${@:-build run test}"; do
    for name in $group; do
        case "$name" in
        build) wanted="$wanted $build" ;;
        run) wanted="$wanted $run" ;;
        test) wanted="$wanted $test" ;;
        *)
            echo "setup.sh: there is no group \"$name\"; the groups are build, run and test" >&2
            exit 2
            ;;
        esac
    done
done

if ! command -v dpkg-query >/dev/null; then
    echo "setup.sh: this is not a Debian system; README.md says which libraries are needed, packaging is left to you" >&2
    exit 0
fi

missing=""
for package in $wanted; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "setup.sh: these packages are missing, and neither root rights nor sudo are here to install them:$missing" >&2
        exit 1
    fi
    as_root="sudo"
fi

echo "Installing:$missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { $as_root apt-get -q update && $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends $missing; } \
    >"$log" 2>&1; then
    cat "$log" >&2
    echo "setup.sh: the packages could not be installed; the lines above say why" >&2
    exit 1
fi
