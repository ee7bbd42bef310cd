#!/bin/bash
# Compares Keyhopper with python-fido2 on one virtual reader: pcscd, the vpcd driver and a software card in a process of its own. Both do
# the same with the same card by turns: open it, set the first PIN, make a credential (PIN token, eight excluded ids, makeCredential), have
# it sign. Prints exchanges and milliseconds of each step, and ratios ours / theirs: the median over the rounds and the middle half of them.
#
# "Inside transmit" is the time in the call that hands one APDU to the PC/SC library and returns its answer: NativeCard.transmit with us,
# CardConnection.transmit of pyscard with them. "Host time" is all the rest: ours includes PC/SC transactions and changes of thread.
#
#   releng/bench cards [--rounds N] [--warm-up N]
#
#   KEYHOPPER_PRODUCT        the product to measure; default: the one of this source, built if need be
#   KEYHOPPER_JAVA_OPTIONS   more flags for the JVM, on top of those that the product's command line starts with
#
# Times are never judged. The exit code is not 0 when a step takes more exchanges than python-fido2, or the card counted otherwise.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
releng=$(cd "$here/../.." && pwd)
"$releng/setup" test >&2
jdk=$("$releng/jdk")
product=${KEYHOPPER_PRODUCT:-$("$releng/build")}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

"$jdk/bin/javac" -d "$work" -cp "$product/plugins/*" "$here"/org/keyhopper/transport/pcsc/internal/*.java

# The flags of the command line stand in its start script.
flags="-XX:+UseSerialGC -Xshare:auto --enable-native-access=ALL-UNNAMED ${KEYHOPPER_JAVA_OPTIONS-}"
for flag in ${flags%%--*}; do
    grep -q -- "$flag" "$product/keyhopper" || { echo "The product is no longer started with $flag." >&2; exit 2; }
done

# The product logs into a file, from INFO on.
cat >"$work/logging" <<LOGGING
handlers=java.util.logging.FileHandler
java.util.logging.FileHandler.pattern=$work/log.%u
java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
LOGGING

echo "JVM flags: $flags"
/usr/bin/python3 "$releng/system-tests/support/pcscd.py" 2 /usr/bin/python3 "$here/cards.py" \
    --java "$jdk/bin/java" --classpath "$product/plugins/*" --classes "$work" --flags "$flags -Djava.util.logging.config.file=$work/logging" "$@"
