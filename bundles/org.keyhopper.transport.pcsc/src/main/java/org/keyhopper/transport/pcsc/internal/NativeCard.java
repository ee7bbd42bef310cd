package org.keyhopper.transport.pcsc.internal;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import java.lang.reflect.Field;
import jnasmartcardio.Smartcardio.JnaCard;

/**
 * Two functions of WinSCard for which jnasmartcardio 0.2.7 is not sufficient: its transmit handles 61xx itself with the
 * command's class byte, stops after eight rounds and then loses the status word; and it can reset a card, but not power
 * it off.
 */
final class NativeCard {

    private static final int SHARED = 2;
    private static final int ANY_PROTOCOL = 3;
    private static final int LEAVE_CARD = 0;
    private static final int UNPOWER_CARD = 2;
    private static final int T0 = 1;
    private static final int T1 = 2;
    private static final int LONGEST_ANSWER = 65_536 + 2;

    /** DWORD and LONG have the width of the machine's long in pcsc-lite, 32 bits elsewhere. */
    private static final boolean WIDE = !Platform.isWindows() && !Platform.isMac() && NativeLong.SIZE == 8;

    private static final int DWORD = WIDE ? 8 : 4;

    private final NativeLibrary library = NativeLibrary.getInstance(libraryName());
    private final Object handle;
    private int protocol;

    NativeCard(JnaCard card) {
        this.handle = handleOf(card);
        this.protocol = "T=0".equals(card.getProtocol()) ? T0 : T1;
    }

    byte[] transmit(byte[] command) throws PcscException {
        try (Memory request = new Memory(2L * DWORD);
                Memory answer = new Memory(LONGEST_ANSWER);
                Memory length = new Memory(DWORD)) {
            put(request, 0, protocol);
            put(request, DWORD, 2 * DWORD);
            put(length, 0, LONGEST_ANSWER);
            call("SCardTransmit", handle, request, command, dword(command.length), null, answer, length);
            return answer.getByteArray(0, get(length));
        }
    }

    void reconnect(boolean unpower) throws PcscException {
        try (Memory active = new Memory(DWORD)) {
            put(active, 0, 0);
            Object initialization = dword(unpower ? UNPOWER_CARD : LEAVE_CARD);
            call("SCardReconnect", handle, dword(SHARED), dword(ANY_PROTOCOL), initialization, active);
            protocol = get(active) == T0 ? T0 : T1;
        }
    }

    private void call(String name, Object... arguments) throws PcscException {
        Function function = library.getFunction(name);
        int code = WIDE ? (int) function.invokeLong(arguments) : function.invokeInt(arguments);
        if (code != ScardCode.SUCCESS) {
            throw new PcscException(code, name);
        }
    }

    private static Object dword(int value) {
        return WIDE ? (Object) Long.valueOf(value) : (Object) Integer.valueOf(value);
    }

    private static void put(Memory memory, long offset, int value) {
        if (WIDE) {
            memory.setLong(offset, value);
        } else {
            memory.setInt(offset, value);
        }
    }

    private static int get(Memory memory) {
        return WIDE ? (int) memory.getLong(0) : memory.getInt(0);
    }

    private static String libraryName() {
        if (Platform.isWindows()) {
            return "WinSCard.dll";
        }
        return Platform.isMac() ? "/System/Library/Frameworks/PCSC.framework/PCSC" : "libpcsclite.so.1";
    }

    /** Reads the SCARDHANDLE, which JNA represents in the platform's width; the library does not expose it. */
    private static Object handleOf(JnaCard card) {
        try {
            Field field = JnaCard.class.getDeclaredField("scardHandle");
            field.setAccessible(true);
            return field.get(card);
        } catch (ReflectiveOperationException otherVersion) {
            throw new IllegalStateException("unsupported version of jnasmartcardio", otherVersion);
        }
    }
}
