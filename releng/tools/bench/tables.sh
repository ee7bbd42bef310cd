#!/bin/sh
# Measures for how long the window is blocked at most while tables of 2,000 requests and 100,000 people are opened, sorted, filtered and
# scrolled: for each action the milliseconds of the longest step on the UI thread, the causes, and those until everything was shown.
# The data are made up, and new objects each time they are read; Java has the flags of the product.
#
#   releng/bench tables [JAVA OPTION...]
#
#   KEYHOPPER_PRODUCT        the product to measure; default: the one of this source, built if need be
#
# Times are never judged.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
releng=$(cd "$here/../.." && pwd)
"$releng/setup" test >&2
product=${KEYHOPPER_PRODUCT:-$("$releng/build")}
jdk=$("$releng/jdk")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bundles=$releng/../bundles
path=$work/bench.jar:$(find "$product/plugins" -name '*.jar' | paste -sd:)
sources=$bundles/org.keyhopper.ui/src/test/java:$bundles/org.keyhopper.ui.fakes/src/main/java
"$jdk/bin/javac" -nowarn -proc:none --release 21 -d "$work/classes" -cp "$path" -sourcepath "$sources" \
    "$bundles/org.keyhopper.ui/src/test/java/org/keyhopper/ui/internal/TableBench.java"
"$jdk/bin/jar" -cf "$work/bench.jar" -C "$work/classes" .

run() { # once
    xvfb-run -a -s "-screen 0 1920x1080x24" sh -c 'openbox & exec "$@"' bench env NO_AT_BRIDGE=1 GDK_BACKEND=x11 "$jdk/bin/java" \
        -XX:+UseSerialGC -Xmn12m -XX:TieredStopAtLevel=1 -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=$work/classes.jsa" \
        --enable-native-access=ALL-UNNAMED "$@" -cp "$path" org.keyhopper.ui.internal.TableBench
}
# The first run leaves the archive of classes that the window of an operator has from its second start on.
run "$@" >/dev/null
run "$@"
