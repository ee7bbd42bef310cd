package org.keyhopper.central.server.internal.signin;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyhopper.central.operator.Operator;
import org.keyhopper.central.signin.ProvenOperator;

/** What an ID token that was verified tells of an operator. */
record Claims(IDTokenClaimsSet claims, String loginClaim) {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_VALUES = 1000;

    ProvenOperator operator(Operator.Identity identity, String idToken) throws SignInException {
        Map<String, List<String>> texts = texts();
        String login = first(texts, loginClaim);
        if (login.isBlank()) {
            throw new SignInException("the ID token has no claim " + loginClaim);
        }
        String name = first(texts, "name");
        return new ProvenOperator(identity, login, name.isBlank() ? login : name, texts, idToken);
    }

    private static String first(Map<String, List<String>> texts, String claim) {
        String text =
                texts.getOrDefault(claim, List.of("")).stream().findFirst().orElse("");
        String plain = text.replaceAll("\\p{Cntrl}", "").strip();
        return plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }

    private Map<String, List<String>> texts() {
        Map<String, List<String>> texts = new HashMap<>();
        claims.toJSONObject().forEach((claim, value) -> {
            if (value instanceof String text) {
                texts.put(claim, List.of(text));
            } else if (value instanceof List<?> list) {
                texts.put(
                        claim,
                        list.stream()
                                .filter(String.class::isInstance)
                                .map(String.class::cast)
                                .limit(MOST_VALUES)
                                .toList());
            }
        });
        return texts;
    }
}
