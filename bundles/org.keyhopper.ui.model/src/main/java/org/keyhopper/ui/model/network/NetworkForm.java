package org.keyhopper.ui.model.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyhopper.api.network.NetworkSettings;
import org.keyhopper.api.network.NetworkSettings.Proxy;

/**
 * The fields of the network settings as they are typed.
 *
 * @param proxy host and port; empty without a proxy
 * @param direct hosts, separated by commas or blanks
 * @param authorities path of a PEM file; may be empty
 */
public record NetworkForm(String proxy, String user, String direct, String authorities) {

    static NetworkForm of(NetworkSettings settings) {
        Optional<Proxy> proxy = settings.proxy();
        return new NetworkForm(
                proxy.map(Proxy::address).orElse(""),
                proxy.flatMap(Proxy::user).orElse(""),
                proxy.map(Proxy::direct).map(hosts -> String.join(", ", hosts)).orElse(""),
                settings.authorities().map(Object::toString).orElse(""));
    }

    boolean hasProxy() {
        return !proxy.isBlank();
    }

    /** Returns whether a password would belong to something. */
    boolean hasAccount() {
        return hasProxy() && !user.isBlank();
    }

    /** Returns the proxy, or empty if the address is not valid. */
    Optional<Proxy> parsedProxy() {
        return Proxy.parse(proxy, Optional.of(user.strip()).filter(name -> !name.isEmpty()), hosts());
    }

    private List<String> hosts() {
        return Stream.of(direct.split("[,;\\s]+"))
                .filter(host -> !host.isEmpty())
                .toList();
    }
}
