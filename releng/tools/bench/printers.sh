#!/bin/bash
# Measures how close a run through printers comes to what the mechanics and the cards allow. Simulated printers, cards behind a real pcscd, a
# sandbox directory of which every call takes 300 ms. A card's way takes 6 s, in three movements of 2 s: fed, engaged, ejected. The software
# card is as fast as this computer, so it is given the pace of a chip (an assumption): 1 s more to make a credential, 0.5 s more to sign.
#
#   releng/bench printers [--polled] [--cards N] [--movement MS] [--latency MS] [--makes MS] [--signs MS]      15 cards a printer, 2000, 300, 1000, 500
#
# "Limit" is the time that the machine moved, as it measured that itself, and the time that the cards took to answer, as they measured it and
# were told to wait: a desk for which directory, readers and computer took no time at all would need that. "No overlap" is the same run with
# --no-overlap. A run is timed from the first movement until the last card is in the tray, nothing left
# out; and beside that without the first card of each printer, which finds a process that has just started. A USB reader tells pcscd at once
# of a card; a virtual one cannot, so pcscd is made to look at it every 20 ms, and with --polled as often as it does of itself, every 0.4 s.
# What is left of that delay counts as lost time; "what the readers allow" is the limit and that. Times are never judged.
#
#   KEYHOPPER_PRODUCT   the product to measure; default: the one of this source, built if need be
here=$(cd "$(dirname "$0")" && pwd)
releng=$(cd "$here/../.." && pwd)
"$releng/setup" test >&2 && "$releng/setup" bench >&2 || exit 2
KEYHOPPER_PRODUCT=${KEYHOPPER_PRODUCT:-$("$releng/build")} || exit 2
export KEYHOPPER_PRODUCT
preload=()
if [ "${1-}" = --polled ]; then
    shift
else
    prompt=$(cd "$releng/.." && pwd)/target/bench/prompt_pcscd.so
    mkdir -p "$(dirname "$prompt")" && gcc -O2 -shared -fPIC -Wall -Werror -o "$prompt" "$here/prompt_pcscd.c" || exit 2
    preload=(--preload "$prompt")
fi
exec /usr/bin/python3 "$releng/system-tests/support/pcscd.py" "${preload[@]}" 4 /usr/bin/python3 "$here/printers.py" "$@"
