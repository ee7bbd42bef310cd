package org.keyhopper.central.signin;

import java.time.Duration;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.access.Caller;

/**
 * Sign-ins and sessions of operators. Blocking on the database; any thread. Values that a browser keeps are stored as their
 * hashes only.
 */
public interface SignIns {

    /** How long a sign-in at the provider may take. */
    Duration ATTEMPT_LIFE = Duration.ofMinutes(10);

    /** How long a session after the code for emergencies lasts. */
    Duration BREAK_GLASS_LIFE = Duration.ofMinutes(30);

    /** Keeps an attempt; {@code state} and {@code browser} are the plain values here. */
    void begin(String state, String browser, String nonce, String verifier, String returnTo);

    /**
     * Returns the attempt and forgets it, so that an answer of the provider is used once.
     *
     * @return empty if it is unknown, expired, or another browser began it
     */
    Optional<Attempt> take(String state, String browser);

    /**
     * Opens a session. An unknown operator is added without roles. SIGN_IN_REFUSED if the operator is disabled, or if the
     * login belongs to another identity.
     */
    Answer<OpenedSession> signIn(String call, ProvenOperator proven);

    /** Opens a session of an administrator with the code for emergencies; CODE_NOT_VALID if it is not that. */
    Answer<OpenedSession> breakGlass(String call, Secret code);

    /** Replaces the code for emergencies; the caller shows it once. */
    Secret newBreakGlassCode(Caller caller);

    /** Returns who has this cookie; empty if the session has ended or the operator was disabled. */
    Optional<SignedIn> find(String cookie, String call);

    /** Ends a session. Idempotent. */
    void signOut(SignedIn signedIn);

    /** Returns a code with which one operator becomes administrator; the one before is not valid any more. */
    Secret newAdministratorCode(Caller caller);

    /** Returns a code if there never was one, which is at the first start. */
    Optional<Secret> firstAdministratorCode(Caller caller);

    /** Gives the role of administrator to an operator who has the code. CODE_NOT_VALID if it is not that. */
    Answer<String> becomeAdministrator(Caller caller, Secret code);

    /** Records a sign-in that was refused before it reached this. */
    void refuse(String call, String subject, Problem problem);
}
