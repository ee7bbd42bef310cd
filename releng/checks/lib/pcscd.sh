# Virtual PC/SC readers for checks. Source this file; bash only.
#
#   pcscd_start N     waits for its turn, then starts pcscd with N vpcd readers (1 to 16); sets the arrays
#                     PCSCD_PORTS (TCP port of each reader) and PCSCD_READERS (its PC/SC name); the array PCSCD_NAMES can
#                     hold other names, one for every two readers; PCSCD_PRELOAD is a library to load into it
#   pcscd_stop        stops it and lets others have their turn; harmless if nothing was started
#
# pcscd has one place for its socket, and vpcd listens on all interfaces. So the script that sources this file starts again with a folder
# /run/pcscd of its own, which nobody else sees, and in a network of its own, where there is only loopback. Where the first is not allowed,
# whoever needs pcscd holds a lock file until pcscd_stop or the end of the shell; where the second is not, it says so and goes on.

if [ -z "${PCSCD_NETWORK-}" ]; then
    export PCSCD_NETWORK=own
    pcscd_alone='mount -t tmpfs -o mode=755 pcscd /run/pcscd && ip link set lo up'
    mkdir -p /run/pcscd 2>/dev/null
    unshare --net --mount sh -c "$pcscd_alone" 2>/dev/null &&
        PCSCD_LOCK=/run/pcscd/lock exec unshare --net --mount bash -c "$pcscd_alone"' && exec bash "$@"' bash "$0" "$@"
    unshare --net ip link set lo up 2>/dev/null && exec unshare --net bash -c 'ip link set lo up && exec bash "$@"' bash "$0" "$@"
    echo "pcscd: no network of our own: the virtual readers can be reached from outside while this runs" >&2
    PCSCD_NETWORK=shared
fi

PCSCD_LOCK=${PCSCD_LOCK:-/run/lock/keyhopper-pcscd.lock}
PCSCD_LOCK_SECONDS=${PCSCD_LOCK_SECONDS:-1800}
PCSCD_PORTS=()
PCSCD_READERS=()
pcscd_pid=
pcscd_folder=
pcscd_library=

pcscd_start() {
    local readers=$1
    pcscd_find_library || return 1
    exec {pcscd_lock_fd}>"$PCSCD_LOCK" || return 1
    if ! flock -w "$PCSCD_LOCK_SECONDS" "$pcscd_lock_fd"; then
        echo "pcscd: no turn within $PCSCD_LOCK_SECONDS seconds" >&2
        return 1
    fi
    if pcscd_is_running; then
        echo "pcscd: one is running that no check started; stop it first" >&2
        pcscd_stop
        return 1
    fi
    pcscd_folder=$(mktemp -d) || return 1
    pcscd_configure "$readers"
    # The daemon must not inherit the lock, and must not survive the death of this shell.
    LD_PRELOAD=${PCSCD_PRELOAD-} setpriv --pdeathsig TERM pcscd --foreground --disable-polkit -c "$pcscd_folder/conf" \
        >"$pcscd_folder/log" 2>&1 {pcscd_lock_fd}>&- &
    pcscd_pid=$!
    if ! pcscd_wait_for "$readers"; then
        echo "pcscd: $readers readers did not appear" >&2
        tail -20 "$pcscd_folder/log" >&2
        pcscd_stop
        return 1
    fi
}

pcscd_stop() {
    if [ -n "$pcscd_pid" ]; then
        kill "$pcscd_pid" 2>/dev/null
        wait "$pcscd_pid" 2>/dev/null
        pcscd_pid=
    fi
    if [ -n "$pcscd_folder" ]; then
        rm -rf "$pcscd_folder"
        pcscd_folder=
    fi
    if [ -n "${pcscd_lock_fd:-}" ]; then
        exec {pcscd_lock_fd}>&-
        pcscd_lock_fd=
    fi
    return 0
}

pcscd_find_library() {
    local each
    for each in /usr/lib/pcsc/drivers/serial/libifdvpcd.so /usr/lib/*/pcsc/drivers/serial/libifdvpcd.so; do
        [ -e "$each" ] && pcscd_library=$each && break
    done
    if [ -z "$pcscd_library" ] || ! command -v pcscd >/dev/null; then
        echo "pcscd: install pcscd and vsmartcard-vpcd" >&2
        return 1
    fi
}

# A daemon that was killed leaves its files, and in a container perhaps its zombie; it must find neither on the way.
pcscd_is_running() {
    local pid
    [ -e /run/pcscd/pcscd.pid ] || return 1
    pid=$(tr -cd '0-9' </run/pcscd/pcscd.pid)
    if [ -n "$pid" ] && grep -qs '^State:[[:space:]]*[^Z[:space:]]' "/proc/$pid/status" &&
        [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = pcscd ]; then
        return 0
    fi
    rm -f /run/pcscd/pcscd.pid /run/pcscd/pcscd.comm
    return 1
}

# One copy of the driver serves two readers, on two ports in a row: its slots are static data.
pcscd_configure() {
    local readers=$1 copy=0 port=35963 slot name
    mkdir "$pcscd_folder/conf"
    PCSCD_PORTS=()
    PCSCD_READERS=()
    while [ "${#PCSCD_PORTS[@]}" -lt "$readers" ]; do
        while pcscd_is_taken "$port" || pcscd_is_taken $((port + 1)); do
            port=$((port + 2))
        done
        cp "$(readlink -f "$pcscd_library")" "$pcscd_folder/libifdvpcd$copy.so"
        # pcscd numbers the slots of a reader, not readers of one name.
        name="Virtual PCD"
        [ "$copy" -eq 0 ] || name="Virtual PCD $((copy + 1))"
        name=${PCSCD_NAMES[$copy]-$name}
        cat >"$pcscd_folder/conf/vpcd$copy" <<CONF
FRIENDLYNAME "$name"
DEVICENAME /dev/null:$(printf '0x%X' "$port")
LIBPATH $pcscd_folder/libifdvpcd$copy.so
CHANNELID $(printf '0x%X' "$port")
CONF
        for slot in 0 1; do
            PCSCD_PORTS+=($((port + slot)))
            PCSCD_READERS+=("$name 00 0$slot")
        done
        copy=$((copy + 1))
        port=$((port + 2))
    done
}

pcscd_is_taken() {
    ss -Hltn "sport = :$1" 2>/dev/null | grep -q .
}

pcscd_wait_for() {
    local tries
    for tries in $(seq 100); do
        kill -0 "$pcscd_pid" 2>/dev/null || return 1
        if [ "$(pcscd_count_readers)" -ge "$1" ]; then
            return 0
        fi
        sleep 0.1
    done
    return 1
}

pcscd_count_readers() {
    /usr/bin/python3 -c 'from smartcard.System import readers; print(len(readers()))' 2>/dev/null || echo 0
}
