package org.keyhopper.directory.pingone.internal;

import java.time.Clock;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryCapabilities;
import org.keyhopper.directory.support.Connection;
import org.keyhopper.directory.support.HttpDirectory;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.http.Paging;
import org.keyhopper.directory.support.http.ServiceAddress;
import org.keyhopper.directory.support.oauth.TokenHolder;

/** Creates the directory of a signed-in environment. */
final class PingOneDirectory {

    private PingOneDirectory() {}

    static Directory open(PingOneSettings settings, Connection connection, TokenHolder tokens) {
        Clock clock = Clock.systemUTC();
        ServiceAddress api = settings.addresses().api();
        JsonSession session = new JsonSession(connection.sender(tokens), request -> request, PingOneErrors::problem);
        PingOneRequests requests = new PingOneRequests(api, settings.passkeySettings());
        PolicyCheck policy =
                new PolicyCheck(session, requests, settings.passkeySettings().policyId(), clock);
        PingOneOptions reader = new PingOneOptions(
                settings.passkeySettings(), settings.addresses().auth().base(), clock);
        MfaSwitch mfa = new MfaSwitch(session, requests, connection.prompts(), settings.mayEnableMfa());
        PingOneConnectionCheck test = new PingOneConnectionCheck(settings, tokens, session, requests, policy);
        return new HttpDirectory(
                connection,
                new DirectoryCapabilities(
                        false,
                        PingOneRequests.LONGEST_NAME,
                        settings.addresses().myAccount()),
                new PingOnePeople(session, requests, Paging.hal(api, "users")),
                new PingOnePasskeys(
                        session, requests, reader, mfa, policy, Paging.hal(api, "devices"), connection.delay()),
                test::findings);
    }
}
