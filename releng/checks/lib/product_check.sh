# Runs a check of the built product that is written in Python. Source this file; bash only.
#
#   product_check SCRIPT READERS [ARGUMENT...]
#
# SCRIPT lies beside this file; READERS is how many virtual PC/SC readers it needs, 0 for none. Its last line counts what passed and
# failed, and its exit code becomes that of this shell. Whatever way this shell ends, nothing that it started outlives it.
#
#   KEYHOPPER_PRODUCT   folder of the product; default: where the build leaves it
#   KEYHOPPER_JAVA      java to use; default: that of the JDK that releng/jdk finds

checks_lib=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$checks_lib/pcscd.sh"

check_work=
check_pid=
# What Python has to be started with, if anything.
check_wrapper=

product_check() {
    local script=$1 readers=$2 root
    shift 2
    root=$(cd "$checks_lib/../../.." && pwd)
    export KEYHOPPER_PRODUCT=${KEYHOPPER_PRODUCT:-$root/product/org.keyhopper.product/target/products/org.keyhopper.product/linux/gtk/x86_64}
    export KEYHOPPER_JAVA=${KEYHOPPER_JAVA:-$("$root/releng/jdk")/bin/java}
    if [ ! -x "$KEYHOPPER_PRODUCT/keyhopper" ]; then
        echo "There is no product in $KEYHOPPER_PRODUCT; build it first." >&2
        exit 2
    fi
    trap product_check_clean EXIT
    trap 'exit 130' INT TERM HUP
    check_work=$(mktemp -d) || exit 2
    if [ "$readers" -gt 0 ]; then
        pcscd_start "$readers" || exit 2
    else
        # Another check may have readers at the same time.
        export PCSCLITE_CSOCK_NAME=$check_work/no-pcscd
    fi
    export CHECK_WORK=$check_work
    export CHECK_PCSCD=$pcscd_pid CHECK_PCSCD_CONF=$pcscd_folder/conf
    export CHECK_PORTS="${PCSCD_PORTS[*]}"
    export CHECK_READERS
    CHECK_READERS=$(printf '%s\n' "${PCSCD_READERS[@]}")
    # In the background, since a shell hears of signals only between commands in the foreground.
    setpriv --pdeathsig TERM $check_wrapper /usr/bin/python3 "$checks_lib/$script" "$@" &
    check_pid=$!
    # What the shell says of a pcscd that the check kills would come after the count.
    wait "$check_pid" 2>/dev/null
    local code=$?
    check_pid=
    exit "$code"
}

product_check_clean() {
    if [ -n "$check_pid" ]; then
        kill "$check_pid" 2>/dev/null
        wait "$check_pid" 2>/dev/null
    fi
    pcscd_stop
    [ -z "$check_work" ] || rm -rf "$check_work"
}
