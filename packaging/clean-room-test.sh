#!/bin/sh
# Does what README.md says in a fresh minimal Debian 12: builds and starts Kontor on a virtual screen, then runs the tests.
#
#   packaging/clean-room-test.sh FOLDER [--all]        as root; needs debootstrap, git and xvfb-run inside is installed by the tests
#
# FOLDER becomes the new system's root. The packages come from where this machine's own come from. What is tested is the last commit.
# The same can be done on a real machine with an empty account: clone, packaging/run.sh, packaging/test.sh.
set -eu

if [ $# -lt 1 ] || [ "$(id -u)" -ne 0 ]; then
    sed -n '2,7s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
source=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$1"
root=$(cd "$1" && pwd)
shift

# Where this machine gets Debian itself from, in either form of apt's lists.
mirror=$(sed -n 's/^URIs:[[:space:]]*\([^[:space:]]*debian\)[/[:space:]]*$/\1/p; s/^deb \(\[[^]]*\] \)\{0,1\}\([^[:space:]]*debian\)\/\{0,1\} bookworm .*/\2/p' \
    /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list /etc/apt/sources.list 2>/dev/null | head -n 1)
if [ -z "$mirror" ]; then
    echo "clean-room-test.sh: apt's lists name no Debian archive" >&2
    exit 1
fi

if [ ! -e "$root/etc/debian_version" ]; then
    echo "Making a minimal Debian 12 in $root"
    debootstrap --variant=minbase bookworm "$root" "$mirror" >"$root.log" 2>&1 || { tail -n 20 "$root.log" >&2; exit 1; }
fi
for place in /etc/apt/apt.conf.d /etc/resolv.conf /etc/hosts; do
    [ ! -f "$place" ] || cp "$place" "$root$place"
done
for settings in /etc/apt/apt.conf.d/*; do
    case "$settings" in *proxy* | *registry*) cp "$settings" "$root/etc/apt/apt.conf.d/" ;; esac
done

umount_all() { umount -l "$root/proc" "$root/dev/pts" "$root/dev/shm" "$root/dev" "$root/sys" 2>/dev/null || true; }
trap umount_all EXIT
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys" && mount --make-rslave "$root/sys"
mount --rbind /dev "$root/dev" && mount --make-rslave "$root/dev"

# An account that has nothing yet; the packages are installed with sudo.
inside() { chroot "$root" /usr/bin/env -i HOME=/srv/kontor USER=kontor LANG=C.UTF-8 PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin "$@"; }
if ! inside id kontor >/dev/null 2>&1; then
    inside apt-get -q update >"$root.log" 2>&1
    inside apt-get -q -y install --no-install-recommends sudo ca-certificates >>"$root.log" 2>&1
    inside useradd --create-home --home-dir /srv/kontor --shell /bin/sh kontor
    echo "kontor ALL=(ALL) NOPASSWD: ALL" >"$root/etc/sudoers.d/kontor"
fi
rm -rf "$root/srv/kontor"
mkdir -p "$root/srv/kontor"
git clone -q "file://$source" "$root/srv/kontor/kontor"
inside chown -R kontor: /srv/kontor

as_user() { inside su kontor -c "cd /srv/kontor/kontor && $1"; }

echo "First command: packaging/run.sh"
began=$(date +%s)
# Without a screen it builds all the same and says so.
as_user "packaging/run.sh" && { echo "clean-room-test.sh: run.sh found a screen where there is none" >&2; exit 1; }
[ -x "$root/srv/kontor/kontor/build/release/app/kontor/kontor" ]
echo "built after $(($(date +%s) - began)) s"

echo "Second command: packaging/test.sh $*"
began=$(date +%s)
as_user "packaging/test.sh $*"
echo "tested after $(($(date +%s) - began)) s"

# With the screen that the tests brought along: Kontor must still be there after ten seconds, with a window.
as_user "xvfb-run -a sh -c 'packaging/run.sh & kontor=\$!; for i in 1 2 3 4 5 6 7 8 9 10; do sleep 1; xdotool search --onlyvisible --name Kontor && break; done; \
    import -window root /srv/kontor/first-start.png; xdotool search --onlyvisible --name Kontor >/dev/null; found=\$?; kill \$kontor; exit \$found'"
echo "Kontor showed a window; its picture is $root/srv/kontor/first-start.png"
