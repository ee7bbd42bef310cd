package org.keyhopper.rehearsal.authenticator.card;

/** Messages encoded by hand from the specification. */
final class ExampleMessages {
    private ExampleMessages() {}

    /** makeCredential for relying party "a" and user "1", as an APDU with this P1. */
    static String create(String p1) {
        String hash = "015820" + "00".repeat(32);
        String relyingParty = "02A16269646161";
        String user = "03A16269644131";
        String algorithms = "0481A263616C672664747970656A7075626C69632D6B6579";
        String message = "01A4" + hash + relyingParty + user + algorithms;
        return "8010" + p1 + "00" + "%02X".formatted(message.length() / 2) + message + "00";
    }
}
