package org.keyhopper.transport.hid.internal;

import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hid4java.jna.DarwinHidApiLibrary;
import org.hid4java.jna.HidApi;
import org.hid4java.jna.HidApiLibrary;
import org.hid4java.jna.HidDeviceInfoStructure;
import org.hid4java.jna.HidDeviceStructure;
import org.hid4java.jna.HidrawHidApiLibrary;
import org.keyhopper.api.transport.ChannelException;

/**
 * HID through the hidapi binding of hid4java. Its {@code HidServices} is not used: it enumerates, reads and shuts down
 * on threads of its own, while hidapi requires all calls on one thread.
 */
final class Hid4Java implements HidSystem {

    private static final int FIDO_USAGE_PAGE = 0xF1D0;
    private static final int FIDO_AUTHENTICATOR = 0x01;
    private static final int ANY = 0;

    private boolean initialized;

    @Override
    public void load() {
        library();
    }

    @Override
    public List<EnumeratedKey> keys() {
        initialize();
        HidDeviceInfoStructure all = HidApi.enumerateDevices(ANY, ANY);
        List<EnumeratedKey> keys = new ArrayList<>();
        for (HidDeviceInfoStructure each = all; each != null; each = each.next()) {
            if ((each.usage_page & 0xFFFF) == FIDO_USAGE_PAGE && each.usage == FIDO_AUTHENTICATOR) {
                keys.add(enumerated(each));
            }
        }
        if (all != null) {
            HidApi.freeEnumeration(all);
        }
        return keys;
    }

    @Override
    public HidHandle open(String path) throws ChannelException {
        initialize();
        HidDeviceStructure device = HidApi.open(path);
        if (device == null) {
            throw OpenFailure.of(path, lastError(Pointer.NULL));
        }
        return new Hid4JavaHandle(device);
    }

    /** Once per process; hidapi is never shut down, since that has crashed the process while keys were in use. */
    private void initialize() {
        if (!initialized) {
            HidApi.init();
            initialized = true;
        }
    }

    private static EnumeratedKey enumerated(HidDeviceInfoStructure info) {
        return new EnumeratedKey(
                info.path,
                HidrawNode.insertion(info.path),
                info.vendor_id & 0xFFFF,
                info.product_id & 0xFFFF,
                product(text(info.manufacturer_string), text(info.product_string)),
                text(info.serial_number));
    }

    /** Many manufacturers repeat their name in the product string. */
    private static String product(String maker, String model) {
        String repeated = model.startsWith(maker) ? "" : maker;
        String combined =
                Stream.of(repeated, model).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
        return combined.isEmpty() ? "FIDO key" : combined;
    }

    private static String text(WString text) {
        return text == null ? "" : text.toString().strip();
    }

    /**
     * Queried from the library directly, since hid4java does not expose why opening failed.
     *
     * @param device null if no device is open
     */
    static String lastError(Pointer device) {
        Pointer text = library().hid_error(device);
        return text == null ? "" : text.getWideString(0);
    }

    /** Returns the library that hid4java uses; the first call unpacks and loads it. */
    private static HidApiLibrary library() {
        return Platform.isMac() ? DarwinHidApiLibrary.INSTANCE : HidrawHidApiLibrary.INSTANCE;
    }
}
