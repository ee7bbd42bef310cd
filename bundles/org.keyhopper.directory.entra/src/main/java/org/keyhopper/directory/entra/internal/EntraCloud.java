package org.keyhopper.directory.entra.internal;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.directory.support.http.ServiceAddress;
import org.keyhopper.directory.support.http.UrlText;

/** The separate instances of Microsoft's cloud. Only the global one offers registration of passkeys for others. */
enum EntraCloud {
    GLOBAL("https://login.microsoftonline.com", "https://graph.microsoft.com"),
    US_GOVERNMENT("https://login.microsoftonline.us", "https://graph.microsoft.us"),
    US_DEFENCE("https://login.microsoftonline.us", "https://dod-graph.microsoft.us"),
    CHINA("https://login.chinacloudapi.cn", "https://microsoftgraph.chinacloudapi.cn");

    private static final String MY_APPS = "https://myapplications.microsoft.com/?tenantId=";

    private final String loginUrl;
    private final String graphUrl;

    EntraCloud(String loginUrl, String graphUrl) {
        this.loginUrl = loginUrl;
        this.graphUrl = graphUrl;
    }

    String loginUrl() {
        return loginUrl;
    }

    String graphUrl() {
        return graphUrl;
    }

    /**
     * Returns the page with the applications of a user (My Apps), which requires a sign-in; empty for other clouds and for
     * services that stand in for Entra ID.
     */
    static Optional<URI> myApps(ServiceAddress login, String tenant) {
        return login.toString().equalsIgnoreCase(GLOBAL.loginUrl)
                ? Optional.of(URI.create(MY_APPS + UrlText.encode(tenant)))
                : Optional.empty();
    }

    /** Returns what is in the way at this Graph address; an address we do not know gets the benefit of the doubt. */
    static Optional<Problem> obstacle(ServiceAddress graph) {
        String host = graph.host().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(cloud -> cloud != GLOBAL && cloud.graphUrl.endsWith("//" + host))
                .findFirst()
                .map(cloud -> Problem.of(EntraProblem.NOT_OFFERED_IN_CLOUD).withDetail(host));
    }
}
