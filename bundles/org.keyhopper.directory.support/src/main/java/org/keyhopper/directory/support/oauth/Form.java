package org.keyhopper.directory.support.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.directory.support.http.UrlText;

/** An {@code application/x-www-form-urlencoded} body that may hold secrets, and is wiped on {@link #close()}. */
public final class Form implements AutoCloseable {

    static final String CONTENT_TYPE = "application/x-www-form-urlencoded";
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final int ROOM = 512;

    private byte[] bytes = new byte[ROOM];
    private int length;

    public Form with(String name, String value) {
        begin(name);
        append(UrlText.encode(value).getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** Adds a secret, which stays the caller's. */
    public Form with(String name, Secret value) {
        begin(name);
        byte[] utf8 = value.toUtf8();
        for (byte octet : utf8) {
            append(new byte[] {'%', HEX[(octet >> 4) & 0xF], HEX[octet & 0xF]});
        }
        Arrays.fill(utf8, (byte) 0);
        return this;
    }

    private void begin(String name) {
        append(((length == 0 ? "" : "&") + name + "=").getBytes(StandardCharsets.US_ASCII));
    }

    private void append(byte[] more) {
        if (length + more.length > bytes.length) {
            byte[] wider = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more.length));
            Arrays.fill(bytes, (byte) 0);
            bytes = wider;
        }
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    /** Returns a copy that the caller wipes. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "Form[***]";
    }
}
