package org.keyhopper.printer.entrust.protocol;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.platform.win32.COM.COMUtils;
import com.sun.jna.platform.win32.COM.Unknown;
import com.sun.jna.platform.win32.Guid.CLSID;
import com.sun.jna.platform.win32.Guid.IID;
import com.sun.jna.platform.win32.Ole32;
import com.sun.jna.platform.win32.WTypes;
import com.sun.jna.platform.win32.WinNT.HRESULT;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code IBidiSpl} and {@code IBidiRequest} of the Windows spooler, called by vtable index. Not tested against a real
 * spooler.
 */
final class BidiQueue {

    private static final CLSID SPOOLER = new CLSID("2A614240-A4C5-4C33-BD87-1BC709331639");
    private static final IID SPOOLER_INTERFACE = new IID("D580DC0E-DE39-4649-BAA8-BF0B85A03A97");
    private static final CLSID REQUEST = new CLSID("B9162A23-45F9-47CC-80F5-FE0FE9B9E1A2");
    private static final IID REQUEST_INTERFACE = new IID("8F348BD7-4B47-4755-8A9D-0F422DF3DC89");

    private static final int ACCESS_USER = 2;
    private static final int BLOB = 7;

    private static final int BIND_DEVICE = 3;
    private static final int UNBIND_DEVICE = 4;
    private static final int SEND_RECV = 5;
    private static final int SET_SCHEMA = 3;
    private static final int SET_INPUT_DATA = 4;
    private static final int GET_RESULT = 5;
    private static final int GET_OUTPUT_DATA = 6;

    private final ComObject spooler;

    private BidiQueue(ComObject spooler) {
        this.spooler = spooler;
    }

    static BidiQueue bind(String queue) throws IOException {
        ComObject spooler = ComObject.create(SPOOLER, SPOOLER_INTERFACE);
        boolean well = false;
        try {
            spooler.call(BIND_DEVICE, new WString(queue), ACCESS_USER);
            well = true;
            return new BidiQueue(spooler);
        } finally {
            if (!well) {
                spooler.Release();
            }
        }
    }

    String sendReceive(String action, String schema, String xml) throws IOException {
        ComObject request = ComObject.create(REQUEST, REQUEST_INTERFACE);
        try {
            request.call(SET_SCHEMA, new WString(schema));
            if (!xml.isEmpty()) {
                byte[] text = xml.getBytes(StandardCharsets.UTF_16LE);
                Memory input = new Memory(text.length);
                input.write(0, text, 0, text.length);
                request.call(SET_INPUT_DATA, BLOB, input, text.length);
            }
            spooler.call(SEND_RECV, new WString(action), request.getPointer());
            IntByReference result = new IntByReference();
            request.call(GET_RESULT, result);
            if (result.getValue() != 0) {
                throw new IOException("the print queue refused %s: %08X".formatted(schema, result.getValue()));
            }
            return output(request);
        } finally {
            request.Release();
        }
    }

    void unbind() {
        spooler.invoke(UNBIND_DEVICE);
        spooler.Release();
    }

    private static String output(ComObject request) throws IOException {
        PointerByReference schema = new PointerByReference();
        IntByReference type = new IntByReference();
        PointerByReference data = new PointerByReference();
        IntByReference size = new IntByReference();
        request.call(GET_OUTPUT_DATA, 0, schema, type, data, size);
        try {
            byte[] text =
                    data.getValue() == null ? new byte[0] : data.getValue().getByteArray(0, size.getValue());
            return new String(text, StandardCharsets.UTF_16LE)
                    .replace("\uFEFF", "")
                    .replace("\0", "");
        } finally {
            Ole32.INSTANCE.CoTaskMemFree(schema.getValue());
            Ole32.INSTANCE.CoTaskMemFree(data.getValue());
        }
    }

    /** A COM object whose methods are identified by their vtable index. */
    private static final class ComObject extends Unknown {

        ComObject(Pointer pointer) {
            super(pointer);
        }

        static ComObject create(CLSID kind, IID face) throws IOException {
            PointerByReference made = new PointerByReference();
            HRESULT result = Ole32.INSTANCE.CoCreateInstance(kind, null, WTypes.CLSCTX_INPROC_SERVER, face, made);
            if (COMUtils.FAILED(result)) {
                throw new IOException("the Windows spooler offers no such object: %08X".formatted(result.intValue()));
            }
            return new ComObject(made.getValue());
        }

        void call(int method, Object... arguments) throws IOException {
            HRESULT result = invoke(method, arguments);
            if (COMUtils.FAILED(result)) {
                throw new IOException("call %d to the print queue: %08X".formatted(method, result.intValue()));
            }
        }

        HRESULT invoke(int method, Object... arguments) {
            Object[] all = new Object[arguments.length + 1];
            all[0] = getPointer();
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            return (HRESULT) _invokeNativeObject(method, all, HRESULT.class);
        }
    }
}
