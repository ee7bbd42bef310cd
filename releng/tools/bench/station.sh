#!/bin/bash
# Measures what a station loses by working through Central. At the desk: from the card in the reader to the outcome, at a lone station, at one that has
# joined a Central on this computer, and with a delay added to each round trip to Central, which keeps the PINs in escrow; cards behind a real pcscd, a
# sandbox directory that answers at once, software cards that are as fast as this computer, so that the share of Central is as large as it can be. Then
# a printer with that delay, as releng/bench printers measures it: directory calls of 300 ms, three movements of 2 s, and the pace of a chip.
#
#   releng/bench station [--people N] [--cards N] [--delay MS] [--postgres]      80 people at the desk, of which the first 30 do not count, 62 cards in the printer, 50 ms
#
#   --postgres    Central with PostgreSQL instead of a file
#   KEYHOPPER_PRODUCT           the station; default: the one of this source, built if need be
#   KEYHOPPER_CENTRAL_PRODUCT   Central; default: the one of this source
#
# Times are never judged. The exit code is not 0 when a person is not provisioned.
here=$(cd "$(dirname "$0")" && pwd)
releng=$(cd "$here/../.." && pwd)
"$releng/setup" test >&2 && "$releng/setup" bench >&2 || exit 2
KEYHOPPER_PRODUCT=${KEYHOPPER_PRODUCT:-$("$releng/build")} || exit 2
export KEYHOPPER_PRODUCT
prompt=$(cd "$releng/.." && pwd)/target/bench/prompt_pcscd.so
mkdir -p "$(dirname "$prompt")" && gcc -O2 -shared -fPIC -Wall -Werror -o "$prompt" "$here/prompt_pcscd.c" || exit 2
exec /usr/bin/python3 "$releng/system-tests/support/pcscd.py" --preload "$prompt" 4 /usr/bin/python3 "$here/station.py" "$@"
