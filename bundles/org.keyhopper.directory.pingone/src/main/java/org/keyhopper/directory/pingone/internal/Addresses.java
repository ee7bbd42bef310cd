package org.keyhopper.directory.pingone.internal;

import java.net.URI;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.SettingFault;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.directory.support.http.ServiceAddress;
import org.keyhopper.directory.support.http.UrlText;

/**
 * Where an environment is reached.
 *
 * @param auth its sign-in, up to {@code /as}
 * @param api its API, up to the environment's id
 */
record Addresses(ServiceAddress auth, ServiceAddress api) {

    private static final String SIGN_IN = "/as";
    private static final String VERSION = "/v1";

    /** Reads region and addresses; BAD_SETTING when they do not lead anywhere. */
    static Answer<Addresses> read(Settings settings) {
        String environment = UrlText.encode(settings.get(PingOneFields.ENVIRONMENT, ""));
        Optional<String> named = settings.get(PingOneFields.REGION);
        Optional<Region> region = named.flatMap(Region::of);
        if (named.isPresent() && region.isEmpty()) {
            return Answer.failed(SettingFault.NOT_A_CHOICE.of(PingOneFields.REGION));
        }
        Optional<String> auth = settings.get(PingOneFields.AUTH_URL);
        Optional<String> api = settings.get(PingOneFields.API_URL).or(() -> region.map(Region::apiUrl));
        if (api.isEmpty() || auth.isEmpty() && region.isEmpty()) {
            return Answer.failed(SettingFault.MISSING.of(PingOneFields.REGION));
        }
        Answer<ServiceAddress> signIn = auth.isPresent()
                ? ServiceAddress.parse(PingOneFields.AUTH_URL, auth.get()).flatMap(base -> given(base, environment))
                : ServiceAddress.parse(
                        PingOneFields.REGION, region.orElseThrow().authUrl() + "/" + environment + SIGN_IN);
        return signIn.flatMap(good -> ServiceAddress.parse(PingOneFields.API_URL, api.get())
                .flatMap(base -> environmentOf(base, environment))
                .map(service -> new Addresses(good, service)));
    }

    /** Returns the page where users manage their account, at the domain of a region; a domain of one's own has no fixed one. */
    Optional<URI> myAccount() {
        String environment = auth.base().getRawPath().replaceFirst(SIGN_IN + "$", "");
        return Region.ofSignIn(auth.host()).map(region -> URI.create(region.appsUrl() + environment + "/myaccount/"));
    }

    /** At a domain of one's own the environment is left out of the path, elsewhere it stands there. */
    private static Answer<ServiceAddress> given(ServiceAddress base, String environment) {
        String path = base.base().getRawPath();
        if (path.endsWith(SIGN_IN)) {
            return Answer.done(base);
        }
        boolean ownDomain = "https".equalsIgnoreCase(base.base().getScheme())
                && Region.ofSignIn(base.host()).isEmpty();
        String rest = path.endsWith(environment) || ownDomain ? SIGN_IN : "/" + environment + SIGN_IN;
        return ServiceAddress.parse(PingOneFields.AUTH_URL, base + rest);
    }

    private static Answer<ServiceAddress> environmentOf(ServiceAddress base, String environment) {
        String version = base.base().getRawPath().endsWith(VERSION) ? "" : VERSION;
        return ServiceAddress.parse(PingOneFields.API_URL, base + version + "/environments/" + environment);
    }
}
