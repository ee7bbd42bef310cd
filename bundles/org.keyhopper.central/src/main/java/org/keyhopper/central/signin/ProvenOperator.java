package org.keyhopper.central.signin;

import java.util.List;
import java.util.Map;
import org.keyhopper.central.operator.Operator;

/**
 * Whom an ID token that was verified describes.
 *
 * @param login the value of the claim that the configuration names
 * @param name for people
 * @param claims all claims that are a string or a list of strings
 * @param idToken as it was received
 */
public record ProvenOperator(
        Operator.Identity identity, String login, String name, Map<String, List<String>> claims, String idToken) {
    public ProvenOperator {
        claims = Map.copyOf(claims);
    }

    @Override
    public String toString() {
        return identity.toString();
    }
}
