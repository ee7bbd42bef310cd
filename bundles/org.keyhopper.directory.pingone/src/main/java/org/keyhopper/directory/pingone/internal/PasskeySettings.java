package org.keyhopper.directory.pingone.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.SettingFault;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.directory.support.webauthn.RelyingPartyId;

/**
 * What the administrator set for the passkeys themselves; what is not set is left to PingOne.
 *
 * @param policyId the device authentication policy
 * @param rpId the relying party
 * @param rpName its name
 * @param origin what clientDataJSON names
 */
record PasskeySettings(
        Optional<String> policyId, Optional<String> rpId, Optional<String> rpName, Optional<String> origin) {

    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*");
    private static final Pattern ORIGIN = Pattern.compile("https://[a-z0-9.-]+(:[0-9]{1,5})?");

    static PasskeySettings read(Settings settings) {
        return new PasskeySettings(
                settings.get(PingOneFields.POLICY),
                settings.get(PingOneFields.RP_ID).map(id -> id.toLowerCase(Locale.ROOT)),
                settings.get(PingOneFields.RP_NAME),
                settings.get(PingOneFields.ORIGIN)
                        .map(text -> text.toLowerCase(Locale.ROOT).replaceAll("/+$", "")));
    }

    /** Returns everything wrong with them. */
    List<Problem> check() {
        List<Problem> problems = new ArrayList<>();
        if (rpId.filter(id -> !DOMAIN.matcher(id).matches()).isPresent()) {
            problems.add(SettingFault.NOT_A_DOMAIN.of(PingOneFields.RP_ID));
        }
        if (rpName.isPresent() && rpId.isEmpty()) {
            problems.add(bad(PingOneFields.RP_NAME, "pingone.rp-id-needed"));
        }
        if (origin.isPresent()) {
            originTrouble().ifPresent(fault -> problems.add(bad(PingOneFields.ORIGIN, fault)));
        }
        return problems;
    }

    private static Problem bad(String key, String fault) {
        return Problem.of(DirectoryProblem.BAD_SETTING, key, fault);
    }

    /** Returns the id of the text that says what is wrong. */
    private Optional<String> originTrouble() {
        if (!ORIGIN.matcher(origin.orElseThrow()).matches()) {
            return Optional.of("pingone.not-an-origin");
        }
        boolean fits = rpId.isEmpty()
                || RelyingPartyId.covers(rpId.get(), URI.create(origin.get()).getHost());
        return fits ? Optional.empty() : Optional.of("pingone.origin-elsewhere");
    }

    /**
     * Returns the origin to make a passkey for: the one set, else the sign-in's where it belongs to the relying party, else
     * the relying party's own.
     */
    String originFor(String relyingParty, URI signIn) {
        String host = signIn.getHost();
        boolean usable = "https".equalsIgnoreCase(signIn.getScheme()) && RelyingPartyId.covers(relyingParty, host);
        return origin.orElseGet(() -> "https://" + (usable ? host.toLowerCase(Locale.ROOT) : relyingParty));
    }
}
