package org.keyhopper.transport.hid.internal;

/**
 * A FIDO key as enumerated by the operating system, without opening it.
 *
 * @param path the path to open it with
 * @param insertion a token that differs when another key, or the same one again, appears at that path; may be empty
 * @param vendor USB vendor id
 * @param productId USB product id
 * @param product manufacturer and product string, never blank
 * @param serial USB serial number, or empty
 */
record EnumeratedKey(String path, String insertion, int vendor, int productId, String product, String serial) {

    String fingerprint() {
        return "%04x:%04x".formatted(vendor, productId);
    }
}
