package org.keyhopper.central.server.internal.config;

import java.util.regex.Pattern;

/** Addresses that mail can be sent to: of the usual form, of ASCII characters, without anything that could end a header or a command. */
public final class MailAddress {

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern FORM =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")*");
    private static final int LONGEST = 254;

    private MailAddress() {}

    public static boolean isValid(String address) {
        return address.length() <= LONGEST && FORM.matcher(address).matches();
    }
}
