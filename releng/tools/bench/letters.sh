#!/bin/sh
# Measures PIN letters: seconds to seal, to open, and to write letters, and the memory of the process, which does not grow with their number.
#
#   releng/bench letters [PAGES]      1000
#
#   KEYHOPPER_PRODUCT        the product to measure; default: the one of this source, built if need be
#
# Times are never judged.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
releng=$(cd "$here/../.." && pwd)
product=${KEYHOPPER_PRODUCT:-$("$releng/build")}
jdk=$("$releng/jdk")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
path=$work:$(find "$product/plugins" -name '*.jar' | paste -sd:)
"$jdk/bin/javac" -nowarn -proc:none --release 21 -d "$work" -cp "$path" "$here/org/keyhopper/letters/LetterBench.java"
"$jdk/bin/java" -XX:+UseSerialGC -Xmx128m -cp "$path" org.keyhopper.letters.LetterBench "${1:-1000}" "$work"
