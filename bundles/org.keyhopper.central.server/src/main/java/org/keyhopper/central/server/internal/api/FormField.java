package org.keyhopper.central.server.internal.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** A field of a form, read before the resource method reads the form. */
final class FormField {

    private static final int LONGEST = 16 * 1024;

    private FormField() {}

    /** Returns the value; null if there is none. */
    static String of(ContainerRequestContext request, String name) {
        byte[] form;
        try {
            form = request.getEntityStream().readNBytes(LONGEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        request.setEntityStream(new ByteArrayInputStream(form));
        String text = new String(form, StandardCharsets.US_ASCII);
        for (String field : text.split("&")) {
            if (field.startsWith(name + "=")) {
                return decoded(field.substring(name.length() + 1));
            }
        }
        return null;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadCallException("the form cannot be read");
        }
    }
}
