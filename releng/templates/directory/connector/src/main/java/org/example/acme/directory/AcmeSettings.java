package org.example.acme.directory;

import java.util.ArrayList;
import java.util.List;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.SettingFault;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.settings.SettingField.Kind;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.directory.support.http.ServiceAddress;
import org.keyhopper.directory.support.oauth.StoredSecret;

/**
 * The settings, read and checked. Their labels are in {@code OSGI-INF/l10n/keyhopper.properties}.
 *
 * @param service the address of Acme Identity
 * @param tenant the organisation's name there
 */
record AcmeSettings(ServiceAddress service, String tenant) {

    static final String URL = "url";
    static final String TENANT = "tenant";
    static final String API_TOKEN = "apiToken";

    static final SettingsDescription DESCRIPTION = new SettingsDescription(List.of(
            SettingField.required(URL, Kind.URL),
            SettingField.required(TENANT, Kind.TEXT),
            SettingField.required(API_TOKEN, Kind.SECRET)));

    /** Returns everything wrong with the settings. */
    static List<Problem> check(Settings settings, Secrets secrets) {
        List<Problem> problems = new ArrayList<>();
        service(settings).failure().ifPresent(problems::add);
        if (!settings.get(TENANT, "").matches("[a-z0-9-]+")) {
            problems.add(Problem.of(DirectoryProblem.BAD_SETTING, TENANT, "acme.not-a-tenant"));
        }
        if (!StoredSecret.isFilled(secrets, API_TOKEN)) {
            problems.add(SettingFault.MISSING.of(API_TOKEN));
        }
        return List.copyOf(problems);
    }

    /** Reads the settings, or fails with the first thing wrong. */
    static Answer<AcmeSettings> read(Settings settings, Secrets secrets) {
        List<Problem> problems = check(settings, secrets);
        return problems.isEmpty()
                ? service(settings).map(service -> new AcmeSettings(service, settings.get(TENANT, "")))
                : Answer.failed(problems.getFirst());
    }

    private static Answer<ServiceAddress> service(Settings settings) {
        return settings.get(URL)
                .map(url -> ServiceAddress.parse(URL, url))
                .orElseGet(() -> Answer.failed(SettingFault.MISSING.of(URL)));
    }
}
