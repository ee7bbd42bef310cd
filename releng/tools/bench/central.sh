#!/bin/bash
# Measures Central with enrolments that begin at a steady rate, whether it keeps up or not, from simulated stations over HTTPS; the directory is a
# sandbox, and a device takes 1 s to make a credential and 0.5 s to sign. One request of 1,000 people, then one of 100,000 of whom most are
# provisioned already, then the same with a delay added to each round trip. For each: milliseconds of each call (median, 99th percentile,
# longest), processor time of Central, load generator, sandbox and database in parts of one core, and memory of Central; then what an operator's
# calls take in the small request and in the large one.
#
#   releng/bench central [--short] [--postgres] [--seconds N] [--rate N] [--stations N] [--people N] [--delay MS] [--runs small|large|delayed...]
#
#   300 s, 10 a second, 200 stations, 100,000 people, 50 ms, all three runs unless given otherwise
#
#   --short       20 seconds each and 50 stations
#   --postgres    with PostgreSQL instead of a file
#   KEYHOPPER_PRODUCT           the desktop, whose sandboxes are used; default: the one of this source, built if need be
#   KEYHOPPER_CENTRAL_PRODUCT   the Central to measure; default: the one of this source
#
# Times are never judged. The exit code is not 0 when an enrolment fails.
here=$(cd "$(dirname "$0")" && pwd)
releng=$(cd "$here/../.." && pwd)
"$releng/setup" test >&2 || exit 2
KEYHOPPER_PRODUCT=${KEYHOPPER_PRODUCT:-$("$releng/build")} || exit 2
export KEYHOPPER_PRODUCT
jdk=$("$releng/jdk")
BENCH_CLASSES=$releng/../target/bench-central
export BENCH_CLASSES
mkdir -p "$BENCH_CLASSES"
"$jdk/bin/javac" -d "$BENCH_CLASSES" -cp "$KEYHOPPER_PRODUCT/plugins/*" "$here"/org/keyhopper/central/load/*.java || exit 2
PYTHONPATH=$releng/system-tests/support exec /usr/bin/python3 "$here/central_load.py" "$@"
