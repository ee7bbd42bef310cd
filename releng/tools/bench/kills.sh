#!/bin/bash
# Kills a lone station at random moments of its runs and reconcilings, as a power cut does, and goes on with the next process. When all people of a request
# are settled, store, directory and cards must say the same. Cards are behind a real pcscd; the directory is a sandbox. Prints how often the process was
# killed in which step, and how much the database has grown for each person.
#
#   releng/bench kills [--kills N] [--seed N]     100 by default; another seed each time unless one is given
#
#   KEYHOPPER_PRODUCT        the product to kill; default: the one of this source, built if need be
#
# The exit code is not 0 when something differs. Takes about six seconds for each kill.
here=$(cd "$(dirname "$0")" && pwd)
releng=$(cd "$here/../.." && pwd)
"$releng/setup" test >&2 || exit 2
KEYHOPPER_PRODUCT=${KEYHOPPER_PRODUCT:-$("$releng/build")} || exit 2
export KEYHOPPER_PRODUCT
exec /usr/bin/python3 "$releng/system-tests/support/pcscd.py" 2 /usr/bin/python3 "$here/kills.py" "$@"
