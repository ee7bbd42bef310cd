package org.keyhopper.fido;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Client data, serialised as specified in WebAuthn level 3 section 5.8.1.1. */
public final class ClientData {

    private ClientData() {}

    /** Returns the client data of a registration. */
    public static byte[] ofRegistration(String challenge, String origin) {
        return of("webauthn.create", challenge, origin);
    }

    /** Returns the client data of an assertion. */
    public static byte[] ofAssertion(String challenge, String origin) {
        return of("webauthn.get", challenge, origin);
    }

    private static byte[] of(String type, String challenge, String origin) {
        StringBuilder json = new StringBuilder("{\"type\":");
        quote(json, type);
        json.append(",\"challenge\":");
        quote(json, challenge);
        json.append(",\"origin\":");
        quote(json, origin);
        json.append(",\"crossOrigin\":false}");
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character < ' ') {
                json.append("\\u").append(HexFormat.of().toHexDigits(character));
            } else {
                json.append(character);
            }
        }
        json.append('"');
    }
}
