package org.keyhopper.directory.keycloak.internal;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.SettingFault;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.directory.support.http.ServiceAddress;
import org.keyhopper.directory.support.oauth.StoredSecret;

/**
 * The settings, read and found valid.
 *
 * @param certificate signs in with an assertion; the secret is used where there is none
 * @param keyId the key's id in the client's JWKS, if it has one
 */
record KeycloakSettings(
        ServiceAddress server, String realm, String clientId, Optional<Path> certificate, Optional<String> keyId) {

    /** Returns everything wrong with the settings. */
    static List<Problem> check(Settings settings, Secrets secrets) {
        List<Problem> problems = new ArrayList<>();
        server(settings).failure().ifPresent(problems::add);
        for (String key : List.of(KeycloakFields.REALM, KeycloakFields.CLIENT_ID)) {
            if (settings.get(key).isEmpty()) {
                problems.add(SettingFault.MISSING.of(key));
            }
        }
        Optional<String> file = settings.get(KeycloakFields.CERTIFICATE);
        file.flatMap(KeycloakSettings::fault).ifPresent(fault -> problems.add(fault.of(KeycloakFields.CERTIFICATE)));
        if (file.isEmpty() && !StoredSecret.isFilled(secrets, KeycloakFields.CLIENT_SECRET)) {
            problems.add(SettingFault.MISSING.of(KeycloakFields.CLIENT_SECRET));
        }
        return List.copyOf(problems);
    }

    /** Reads the settings, or fails with the first thing wrong. */
    static Answer<KeycloakSettings> read(Settings settings, Secrets secrets) {
        List<Problem> problems = check(settings, secrets);
        return problems.isEmpty()
                ? server(settings)
                        .map(server -> new KeycloakSettings(
                                server,
                                settings.get(KeycloakFields.REALM, ""),
                                settings.get(KeycloakFields.CLIENT_ID, ""),
                                settings.get(KeycloakFields.CERTIFICATE).map(Path::of),
                                settings.get(KeycloakFields.KEY_ID)))
                : Answer.failed(problems.getFirst());
    }

    private static Answer<ServiceAddress> server(Settings settings) {
        return settings.get(KeycloakFields.SERVER_URL)
                .map(url -> ServiceAddress.parse(KeycloakFields.SERVER_URL, url))
                .orElseGet(() -> Answer.failed(SettingFault.MISSING.of(KeycloakFields.SERVER_URL)));
    }

    private static Optional<SettingFault> fault(String file) {
        try {
            return Files.isReadable(Path.of(file)) ? Optional.empty() : Optional.of(SettingFault.FILE_UNREADABLE);
        } catch (InvalidPathException noPath) {
            return Optional.of(SettingFault.NOT_A_FILE_NAME);
        }
    }
}
