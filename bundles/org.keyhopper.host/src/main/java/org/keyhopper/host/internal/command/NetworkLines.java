package org.keyhopper.host.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.keyhopper.api.network.Network;
import org.keyhopper.api.network.NetworkSettings;
import org.keyhopper.host.internal.output.Output;

/** Prints the network settings, without the password. */
final class NetworkLines {

    private NetworkLines() {}

    static void print(Network network, Output output) {
        NetworkSettings settings = network.settings();
        JsonObject json = new JsonObject();
        settings.proxy().ifPresent(proxy -> {
            json.addProperty("proxy", proxy.address());
            proxy.user().ifPresent(user -> json.addProperty("user", user));
            json.addProperty("password", network.hasPassword());
            JsonArray direct = new JsonArray();
            proxy.direct().forEach(direct::add);
            json.add("direct", direct);
        });
        settings.authorities().ifPresent(file -> json.addProperty("authorities", file.toString()));
        output.printObject(json);
        output.print("Proxy: "
                + settings.proxy()
                        .map(proxy -> proxy.address()
                                + proxy.user()
                                        .map(user ->
                                                ", as " + user + (network.hasPassword() ? "" : ", without a password"))
                                        .orElse("")
                                + (proxy.direct().isEmpty() ? "" : ", not for " + String.join(", ", proxy.direct())))
                        .orElse("that of the Java runtime, if it has one"));
        output.print("Authorities: "
                + settings.authorities()
                        .map(file -> "those of the Java runtime and of " + file)
                        .orElse("those of the Java runtime"));
    }
}
