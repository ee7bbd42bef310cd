package org.keyhopper.central.server.internal.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How people pick up their PINs at Central. Who runs the server can open these PINs, since it has the database and this key.
 *
 * @param key PKCS#12 file of the pick-up key, outside of the database
 * @param password of that file
 * @param life how long an invitation can be used
 * @param proof what an ID token must say
 * @param contact whom people ask, as they read it
 * @param language of the mail
 * @param template file of the mail's text; empty for the one of the product
 * @param mail the server that takes the mail
 */
public record PickUpSettings(
        Path key,
        SecretSource password,
        Duration life,
        Proof proof,
        String contact,
        Locale language,
        Optional<Path> template,
        SmtpServer mail) {

    /**
     * What an ID token must say.
     *
     * @param claim that names the account
     * @param acr of which one must be the class of the sign-in
     * @param amr of which one must be among the methods of the sign-in
     */
    public record Proof(String claim, Set<String> acr, Set<String> amr) {
        public Proof {
            Objects.requireNonNull(claim);
            acr = Set.copyOf(acr);
            amr = Set.copyOf(amr);
        }
    }

    public PickUpSettings {
        Objects.requireNonNull(key);
        Objects.requireNonNull(password);
        Objects.requireNonNull(life);
        Objects.requireNonNull(proof);
        Objects.requireNonNull(contact);
        Objects.requireNonNull(language);
        Objects.requireNonNull(template);
        Objects.requireNonNull(mail);
    }
}
