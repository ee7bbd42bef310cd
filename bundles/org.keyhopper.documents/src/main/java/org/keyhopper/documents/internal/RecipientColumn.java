package org.keyhopper.documents.internal;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The columns of a list of recipients. */
enum RecipientColumn {
    /** Maximum length of an e-mail address (RFC 5321). */
    USER("user", 320, "userPrincipalName", "upn", "userName", "login", "account", "Benutzerprinzipalname"),
    DISPLAY_NAME("displayName", 256, "display name", "name", "full name", "Anzeigename"),
    EMAIL("email", 320, "e-mail", "mail", "email address", "E-Mail-Adresse"),
    /** Maximum length of a passkey name in Entra ID. */
    DEVICE_NAME("deviceName", 30, "device name");

    private final String title;
    private final int longest;
    private final List<String> otherNames;

    /** @param otherNames what exports of directories and spreadsheets call the column */
    RecipientColumn(String title, int longest, String... otherNames) {
        this.title = title;
        this.longest = longest;
        this.otherNames = List.of(otherNames);
    }

    String title() {
        return title;
    }

    /** Returns the maximum length in Unicode code points. */
    int longest() {
        return longest;
    }

    /** Returns the indexes of the headers with this column's title, in any case; without one, of its first other name present. */
    List<Integer> indexesIn(List<String> headers) {
        return Stream.concat(Stream.of(title), otherNames.stream())
                .map(name -> indexes(name, headers))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Integer> indexes(String name, List<String> headers) {
        return IntStream.range(0, headers.size())
                .filter(index -> headers.get(index).equalsIgnoreCase(name))
                .boxed()
                .toList();
    }
}
