package org.keyhopper.central.server.internal.signin;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.central.operator.Operator;
import org.keyhopper.central.pickup.ProvenPerson;
import org.keyhopper.central.server.internal.config.PickUpSettings;
import org.keyhopper.central.signin.ProvenOperator;

/** What an ID token that was verified tells of an operator, or of a person who picks up a PIN. */
record Claims(IDTokenClaimsSet claims, String loginClaim) {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_VALUES = 1000;
    private static final int REFERENCE = 16;

    ProvenOperator operator(Operator.Identity identity, String idToken) throws SignInException {
        Map<String, List<String>> texts = texts();
        String login = first(texts, loginClaim);
        if (login.isBlank()) {
            throw new SignInException("the ID token has no claim " + loginClaim);
        }
        String name = first(texts, "name");
        return new ProvenOperator(identity, login, name.isBlank() ? login : name, texts, idToken);
    }

    /** Returns the person; the claim that names the account must be there. */
    ProvenPerson person(PickUpSettings.Proof proof) throws SignInException {
        String account = first(texts(), loginClaim);
        if (account.isBlank()) {
            throw new SignInException("the ID token has no claim " + loginClaim);
        }
        boolean byClass =
                claims.getACR() != null && proof.acr().contains(claims.getACR().getValue());
        boolean byMethod = claims.getAMR() != null
                && claims.getAMR().stream().anyMatch(method -> proof.amr().contains(method.getValue()));
        return new ProvenPerson(
                reference(),
                account,
                byClass || byMethod,
                Optional.ofNullable(claims.getAuthenticationTime()).map(Date::toInstant));
    }

    /** Enough to recognize the same person in the audit trail, from which names can be erased. */
    private String reference() {
        String identity =
                claims.getIssuer().getValue() + "\n" + claims.getSubject().getValue();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, REFERENCE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
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
