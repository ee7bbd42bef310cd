#!/bin/sh
# Measures how long the window takes to be painted and to be usable, against an empty product that is put together here: one window with one
# label, from the same platform bundles as they are delivered. It is started by the same script with the same flags as ours, twice: with an archive of its
# classes, as ours keeps one ("empty"), and without ("plain"); and by Java with no option, as Eclipse exports a product ("untuned"). All start by turns.
#
# "Usable" is when PROVISION NOW of a kept request can be pressed. "First" is a start after installing, with nothing remembered. Before the
# others, both were opened and closed once, so that there is an archive of their classes; "warm" has everything in the page cache; for "cold",
# the files of product, home and Java are put out of it before. Printed are medians and minima over the rounds, with processor time, and
# ratios ours / empty.
#
#   releng/bench start [--rounds N] [--kinds first|cold|warm ...] [--before PRODUCT]
#
#   --before PRODUCT         an earlier version, which starts by turns with the others and is compared with the same empty product
#
#   KEYHOPPER_PRODUCT        the product to measure; default: the one of this source, built if need be. Of a package it is the folder usr/lib/keyhopper in
#                            what dpkg-deb --extract takes out.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
releng=$(cd "$here/../.." && pwd)
"$releng/setup" test >&2
jdk=$("$releng/jdk")
product=${KEYHOPPER_PRODUCT:-$("$releng/build")}
work=$(mktemp -d)
screen=
trap '[ -z "$screen" ] || kill "$screen" 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

jar() { # makes a bundle of a folder here
    mkdir -p "$work/$1"
    "$jdk/bin/javac" -d "$work/$1" -cp "$product/plugins/*" "$here/start/$1"/*.java
    cp "$here/start/$1"/*.*xm[il] "$work/$1"
    "$jdk/bin/jar" -cfm "$work/$1.jar" "$here/start/$1/manifest" -C "$work/$1" .
}
jar probe
jar empty

Xvfb -displayfd 3 -screen 0 1280x800x24 3>"$work/display" 2>"$work/xvfb.log" &
screen=$!
while [ ! -s "$work/display" ]; do
    kill -0 "$screen" || { cat "$work/xvfb.log" >&2; exit 1; }
    sleep 0.1
done
DISPLAY=:$(cat "$work/display")
export DISPLAY JAVA_HOME="$jdk" NO_AT_BRIDGE=1
/usr/bin/python3 "$here/start.py" --product "$product" --work "$work" --java "$jdk" \
    --repository "$releng/../product/org.keyhopper.product/target/repository/plugins" --resolve "$releng/tools/supply/resolve-bundles" "$@"
