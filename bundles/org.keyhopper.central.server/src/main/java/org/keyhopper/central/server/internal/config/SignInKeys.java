package org.keyhopper.central.server.internal.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the keys of the configuration file that are about signing in. */
record SignInKeys(ConfigurationFile file) {

    static final Set<String> KEYS = Set.of(
            "oidc.issuer",
            "oidc.client.id",
            "oidc.client.secret",
            "oidc.scopes",
            "oidc.login.claim",
            "session.idle",
            "session.lifetime",
            "break-glass");

    private static final int LONGEST_MINUTES = 7 * 24 * 60;

    SignInConfiguration read() {
        SignInConfiguration usual = SignInConfiguration.NONE;
        return new SignInConfiguration(
                provider(),
                minutes("session.idle", usual.idle()),
                minutes("session.lifetime", usual.lifetime()),
                flag("break-glass"));
    }

    private Optional<SignInConfiguration.Provider> provider() {
        Optional<URI> issuer = file.value("oidc.issuer").map(this::issuer);
        Optional<String> id = file.value("oidc.client.id");
        if (issuer.isPresent() != id.isPresent()) {
            file.fault(
                    issuer.isPresent() ? "oidc.issuer" : "oidc.client.id",
                    "needs oidc.issuer and oidc.client.id",
                    "Give both, or neither.");
        }
        List<String> scopes =
                List.of(file.value("oidc.scopes").orElse("openid profile").split("\\s+"));
        if (!scopes.contains("openid")) {
            file.fault("oidc.scopes", "does not contain openid", "Add openid.");
        }
        return issuer.flatMap(address -> id.map(client -> new SignInConfiguration.Provider(
                address,
                client,
                file.file("oidc.client.secret", "Check the name, and that the account of the server may read it."),
                scopes,
                file.value("oidc.login.claim").orElse("preferred_username"))));
    }

    private URI issuer(String text) {
        try {
            URI issuer = URI.create(text);
            boolean plain = issuer.getHost() != null && issuer.getQuery() == null && issuer.getFragment() == null;
            boolean secure = "https".equals(issuer.getScheme())
                    || ConfigurationFile.isLoopback(String.valueOf(issuer.getHost()));
            if (plain && secure) {
                return issuer;
            }
        } catch (IllegalArgumentException e) {
            file.fault("oidc.issuer", "is not an address", "Give the issuer as the provider names it.");
            return URI.create("https://invalid");
        }
        file.fault(
                "oidc.issuer", "is not an https:// address without query", "Give the issuer as the provider names it.");
        return URI.create("https://invalid");
    }

    private Duration minutes(String key, Duration usual) {
        Optional<String> text = file.value(key);
        if (text.isEmpty()) {
            return usual;
        }
        boolean valid = text.get().matches("\\d{1,5}")
                && Integer.parseInt(text.get()) > 0
                && Integer.parseInt(text.get()) <= LONGEST_MINUTES;
        if (!valid) {
            file.fault(key, "is not a number of minutes from 1 to " + LONGEST_MINUTES, "Give minutes.");
            return usual;
        }
        return Duration.ofMinutes(Integer.parseInt(text.get()));
    }

    private boolean flag(String key) {
        String text = file.value(key).orElse("off");
        if (!Set.of("on", "off").contains(text)) {
            file.fault(key, "is neither on nor off", "Write on or off.");
        }
        return "on".equals(text);
    }
}
