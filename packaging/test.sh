#!/bin/sh
# Installs what is missing, builds Kontor and runs its tests. The last lines are the test runner's summary; the exit code is 0 only when
# everything was built and every test passed.
#
#   packaging/test.sh [--all] [argument of ctest]...
#
# --all: also the core's tests under the address and undefined behaviour sanitizers, and the workspace's under the thread sanitizer.
set -eu

source=$(cd "$(dirname "$0")/.." && pwd)
build="$source/build"
sanitizers=no
if [ "${1:-}" = --all ]; then
    sanitizers=yes
    shift
fi

"$source/packaging/setup.sh" build run test
"$source/packaging/build.sh" "$build/release" all all_verify_interface_header_sets
folders="release"
if [ "$sanitizers" = yes ]; then
    "$source/packaging/build.sh" "$build/address" -DKONTOR_WIDGETS=OFF -DKONTOR_SANITIZE=address,undefined \
        -DKONTOR_TEST_PREFIX=address. -DCMAKE_BUILD_TYPE=Debug
    "$source/packaging/build.sh" "$build/thread" -DKONTOR_WIDGETS=OFF -DKONTOR_SANITIZE=thread \
        -DKONTOR_TEST_PREFIX=thread. -DKONTOR_TEST_FOLDERS=workspace -DCMAKE_BUILD_TYPE=Debug
    folders="release address thread"
fi

# One run over all builds, so that there is one summary.
for folder in $folders; do
    echo "subdirs(\"$build/$folder\")"
done >"$build/CTestTestfile.cmake"
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
exec ctest --test-dir "$build" --output-on-failure --no-tests=error -j "$jobs" "$@"
