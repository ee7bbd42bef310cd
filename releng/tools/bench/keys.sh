#!/bin/bash
# Compares Keyhopper with libfido2 on the same simulated USB keys over hidraw nodes of umockdev. Both do the same by turns with a new key
# each time: open it, set the first PIN, make a discoverable credential, have it sign. Prints the CTAP messages that the key was sent, the
# milliseconds of each step, and ratios ours / theirs: the median over the rounds and the middle half of them.
#
# "Host time" is the time of all steps less what the key needed to answer, as the key measured it: ours includes the change of threads and
# the list of all keys that is read five times a second, on the same thread.
#
#   releng/bench keys [--rounds N] [--warm-up N]
#
#   KEYHOPPER_PRODUCT        the product to measure; default: the one of this source, built if need be
#   KEYHOPPER_JAVA_OPTIONS   more flags for the JVM, on top of those that the product's command line starts with
#
# Times are never judged. The exit code is not 0 when we send a key more messages than libfido2 does.
here=$(cd "$(dirname "$0")" && pwd)
releng=$(cd "$here/../.." && pwd)
"$releng/setup" test >&2 || exit 2
KEYHOPPER_PRODUCT=${KEYHOPPER_PRODUCT:-$("$releng/build")} || exit 2
export KEYHOPPER_PRODUCT
jdk=$("$releng/jdk")
BENCH_CLASSES=$releng/../target/bench-keys
export BENCH_CLASSES
mkdir -p "$BENCH_CLASSES"
"$jdk/bin/javac" -d "$BENCH_CLASSES" -cp "$KEYHOPPER_PRODUCT/plugins/*" "$here"/org/keyhopper/transport/hid/*.java || exit 2
export BENCH_FLAGS="-XX:+UseSerialGC -Xshare:auto --enable-native-access=ALL-UNNAMED ${KEYHOPPER_JAVA_OPTIONS-}"

support=$releng/system-tests/support
exec /usr/bin/python3 "$support/pcscd.py" 0 umockdev-wrapper /usr/bin/python3 "$support/hid_rig.py" -- /usr/bin/python3 "$here/keys.py" "$@"
