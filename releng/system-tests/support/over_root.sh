#!/bin/sh
# Runs a command as root on a copy-on-write view of this computer, with a network of its own: what it installs is gone when it ends.
# Only what it writes into the folder KEYHOPPER_KEPT stays.
#   over_root.sh COMMAND...
set -eu
if [ "${KEYHOPPER_OVER_ROOT-}" != inside ]; then
    KEYHOPPER_OVER_ROOT=inside exec unshare --mount --propagation private --net --pid --fork --kill-child "$0" "$@"
fi
ip link set lo up
over=$(mktemp -d)
mount -t tmpfs tmpfs "$over"
mkdir "$over/changes" "$over/work" "$over/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$over/changes,workdir=$over/work" "$over/root"
mount -t proc proc "$over/root/proc"
mount --rbind /dev "$over/root/dev"
mount -t tmpfs tmpfs "$over/root/run"
[ -z "${KEYHOPPER_KEPT-}" ] || { mkdir -p "$KEYHOPPER_KEPT" && mount --bind "$KEYHOPPER_KEPT" "$over/root$KEYHOPPER_KEPT"; }
# What is mounted elsewhere, such as the sources, is not in the view by itself.
for place in "$@"; do
    case $place in /*) [ ! -e "$place" ] || [ -e "$over/root$place" ] || { echo "$place is on another disk" >&2; exit 1; } ;; esac
done
exec chroot "$over/root" "$@"
