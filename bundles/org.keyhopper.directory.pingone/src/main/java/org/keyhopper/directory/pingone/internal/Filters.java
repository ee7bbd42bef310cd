package org.keyhopper.directory.pingone.internal;

/** Filters of SCIM (RFC 7644 section 3.4.2.2), as far as PingOne takes them. */
final class Filters {

    private Filters() {}

    /** Users whose name, account or address begins so; two words are given name and family name. */
    static String beginningWith(String text) {
        String begins = " sw " + quoted(text);
        String any = String.join(
                " or ", "username" + begins, "name.given" + begins, "name.family" + begins, "email" + begins);
        int gap = text.indexOf(' ');
        return gap < 0
                ? any
                : any + " or (name.given sw " + quoted(text.substring(0, gap)) + " and name.family sw "
                        + quoted(text.substring(gap).strip()) + ")";
    }

    static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
