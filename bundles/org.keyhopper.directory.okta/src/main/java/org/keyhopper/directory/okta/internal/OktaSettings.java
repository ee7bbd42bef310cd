package org.keyhopper.directory.okta.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.SettingFault;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.directory.support.http.ServiceAddress;
import org.keyhopper.directory.support.oauth.StoredSecret;

/** The settings, read and found good. */
record OktaSettings(ServiceAddress org, String rpId) {

    /** Returns everything wrong with the settings. */
    static List<Problem> check(Settings settings, Secrets secrets) {
        List<Problem> problems = new ArrayList<>();
        org(settings).failure().ifPresent(problems::add);
        if (!StoredSecret.isFilled(secrets, OktaFields.API_TOKEN)) {
            problems.add(SettingFault.MISSING.of(OktaFields.API_TOKEN));
        }
        Optional<String> rpId = settings.get(OktaFields.RP_ID);
        if (rpId.filter(id -> !id.matches("[A-Za-z0-9.-]+")).isPresent()) {
            problems.add(SettingFault.NOT_A_DOMAIN.of(OktaFields.RP_ID));
        }
        return List.copyOf(problems);
    }

    /** Reads the settings, or fails with the first thing wrong. */
    static Answer<OktaSettings> read(Settings settings, Secrets secrets) {
        List<Problem> problems = check(settings, secrets);
        return problems.isEmpty()
                ? org(settings).map(org -> new OktaSettings(org, rpId(settings, org)))
                : Answer.failed(problems.getFirst());
    }

    private static String rpId(Settings settings, ServiceAddress org) {
        return settings.get(OktaFields.RP_ID, org.host()).toLowerCase(Locale.ROOT);
    }

    private static Answer<ServiceAddress> org(Settings settings) {
        return settings.get(OktaFields.ORG_URL)
                .map(url -> ServiceAddress.parse(OktaFields.ORG_URL, url))
                .orElseGet(() -> Answer.failed(SettingFault.MISSING.of(OktaFields.ORG_URL)));
    }
}
