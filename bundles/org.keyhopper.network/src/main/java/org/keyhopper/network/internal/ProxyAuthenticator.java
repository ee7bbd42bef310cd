package org.keyhopper.network.internal;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.keyhopper.api.network.NetworkSettings.Proxy;
import org.keyhopper.api.settings.Secret;

/** Knows the account at the configured proxy, and no other. */
public final class ProxyAuthenticator extends Authenticator {

    private final Proxy proxy;
    private final Function<Proxy, Optional<Secret>> passwords;

    public ProxyAuthenticator(Proxy proxy, Function<Proxy, Optional<Secret>> passwords) {
        this.proxy = proxy;
        this.passwords = passwords;
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
        boolean isOurs = getRequestorType() == RequestorType.PROXY
                && getRequestingHost().equalsIgnoreCase(proxy.host())
                && getRequestingPort() == proxy.port();
        return isOurs ? proxy.user().flatMap(this::account).orElse(null) : null;
    }

    private Optional<PasswordAuthentication> account(String user) {
        return passwords.apply(proxy).map(secret -> {
            try (secret) {
                char[] characters = secret.toChars();
                PasswordAuthentication account = new PasswordAuthentication(user, characters);
                Arrays.fill(characters, '\0');
                return account;
            }
        });
    }
}
