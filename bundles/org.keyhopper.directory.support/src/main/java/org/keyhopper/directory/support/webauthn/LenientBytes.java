package org.keyhopper.directory.support.webauthn;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.keyhopper.directory.support.json.JsonView;

/** Bytes in JSON, as providers write them: base64url, base64, or an array of numbers, signed or not. */
public final class LenientBytes {

    private LenientBytes() {}

    /** Returns the bytes, or empty when the member holds none in any of the forms. */
    public static Optional<byte[]> read(JsonView view) {
        return view.text().isPresent() ? ofText(view.text().get()) : ofNumbers(view.items());
    }

    /** Returns whether it is base64url without padding. */
    public static boolean isBase64Url(String text) {
        return !text.isEmpty() && text.length() % 4 != 1 && text.matches("[A-Za-z0-9_-]+");
    }

    private static Optional<byte[]> ofText(String text) {
        String url = text.replace('+', '-').replace('/', '_').replaceAll("=+$", "");
        return isBase64Url(url) ? Optional.of(Base64.getUrlDecoder().decode(url)) : Optional.empty();
    }

    /** Java writes bytes from -128 to 127, others from 0 to 255; what they mean is the same. */
    private static Optional<byte[]> ofNumbers(List<JsonView> numbers) {
        byte[] bytes = new byte[numbers.size()];
        for (int i = 0; i < bytes.length; i++) {
            long value = numbers.get(i).number().orElse(Long.MAX_VALUE);
            if (value < Byte.MIN_VALUE || value > 0xFF) {
                return Optional.empty();
            }
            bytes[i] = (byte) value;
        }
        return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
    }
}
