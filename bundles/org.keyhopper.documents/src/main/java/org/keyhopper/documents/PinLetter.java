package org.keyhopper.documents;

import java.util.List;
import java.util.Objects;
import org.keyhopper.api.settings.Secret;

/**
 * One letter. {@code toString} does not reveal the PIN.
 *
 * @param name of the person
 * @param address the lines in the window of the envelope
 * @param account of the person at the directory
 * @param device the model
 * @param serial its serial number; empty if it has none
 * @param pin closed by the caller
 * @param reprint whether the PIN was released before
 * @param code as scanned when the letter is handed over; printed above the address
 */
public record PinLetter(
        String name,
        List<String> address,
        String account,
        String device,
        String serial,
        Secret pin,
        boolean reprint,
        String code) {
    public PinLetter {
        Objects.requireNonNull(name);
        Objects.requireNonNull(account);
        Objects.requireNonNull(device);
        Objects.requireNonNull(serial);
        Objects.requireNonNull(pin);
        Objects.requireNonNull(code);
        address = List.copyOf(address);
    }
}
