package org.keyhopper.fido.internal.verification;

import com.webauthn4j.verifier.exception.BadAaguidException;
import com.webauthn4j.verifier.exception.BadAlgorithmException;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.BadSignatureException;
import com.webauthn4j.verifier.exception.CertificateException;
import com.webauthn4j.verifier.exception.CrossOriginException;
import com.webauthn4j.verifier.exception.InconsistentClientDataTypeException;
import com.webauthn4j.verifier.exception.MissingChallengeException;
import com.webauthn4j.verifier.exception.NotAllowedAlgorithmException;
import com.webauthn4j.verifier.exception.TrustAnchorNotFoundException;
import com.webauthn4j.verifier.exception.UserNotPresentException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import com.webauthn4j.verifier.exception.VerificationException;

/** Thrown when a check fails; carries its name. */
final class FailedCheck extends Exception {

    private static final long serialVersionUID = 1L;

    private final String check;

    FailedCheck(String check, String message) {
        super(message);
        this.check = check;
    }

    /** Returns the failed check for an exception of the WebAuthn library. */
    static FailedCheck of(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        return new FailedCheck(e instanceof VerificationException failed ? name(failed) : "format", message);
    }

    String check() {
        return check;
    }

    static void require(boolean holds, String check, String message) throws FailedCheck {
        if (!holds) {
            throw new FailedCheck(check, message);
        }
    }

    private static String name(VerificationException failed) {
        return switch (failed) {
            case InconsistentClientDataTypeException e -> "type";
            case BadChallengeException e -> "challenge";
            case MissingChallengeException e -> "challenge";
            case BadOriginException e -> "origin";
            case CrossOriginException e -> "origin";
            case BadRpIdException e -> "rpIdHash";
            case UserNotPresentException e -> "UP";
            case UserNotVerifiedException e -> "UV";
            case NotAllowedAlgorithmException e -> "algorithm";
            case BadAlgorithmException e -> "algorithm";
            case BadAaguidException e -> "aaguid";
            case BadSignatureException e -> "signature";
            case CertificateException e -> "certificate";
            case TrustAnchorNotFoundException e -> "trust";
            default -> "attestation";
        };
    }
}
