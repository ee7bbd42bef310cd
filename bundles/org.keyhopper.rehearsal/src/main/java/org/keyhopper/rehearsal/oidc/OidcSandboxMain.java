package org.keyhopper.rehearsal.oidc;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import org.keyhopper.rehearsal.sandbox.SandboxMain;

/**
 * Runs the sandbox by itself: {@code [--port N]}. Prints one line of JSON with issuer, client id and accounts when it is ready,
 * and runs until its process ends.
 */
public final class OidcSandboxMain {

    private OidcSandboxMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        SandboxMain.run(arguments, given -> {
            OidcSandbox sandbox = OidcSandbox.start(given.port());
            JsonArray accounts = new JsonArray();
            OidcAccount.ALL.forEach(account -> accounts.add(account.login()));
            JsonObject ready = new JsonObject();
            ready.addProperty("issuer", sandbox.issuer());
            ready.addProperty("client", OidcSandbox.CLIENT);
            ready.add("accounts", accounts);
            return ready;
        });
    }
}
