package org.keyhopper.transport.hid.internal;

/**
 * A FIDO key as the list of the operating system shows it, without opening it.
 *
 * @param path where it can be opened
 * @param insertion a mark that differs when another key, or the same one again, is at that path; may be empty
 * @param vendor USB vendor id
 * @param productId USB product id
 * @param product the words of maker and model, never blank
 * @param serial USB serial number, or empty
 */
record EnumeratedKey(String path, String insertion, int vendor, int productId, String product, String serial) {

    String fingerprint() {
        return "%04x:%04x".formatted(vendor, productId);
    }
}
