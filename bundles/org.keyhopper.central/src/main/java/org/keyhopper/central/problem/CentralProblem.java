package org.keyhopper.central.problem;

import java.util.Locale;
import org.keyhopper.api.diagnostic.ProblemCode;

/** Reasons for which Central refuses a call. The API carries the id as {@code code} of its problem details (RFC 9457). */
public enum CentralProblem implements ProblemCode {
    /** No access token, or one that is not valid here. */
    NOT_SIGNED_IN,
    /** The access token has expired. */
    TOKEN_EXPIRED,
    /** The DPoP proof is missing, not valid, or made with another key (RFC 9449 section 4.3). */
    KEY_NOT_PROVEN,
    /** The DPoP proof or client assertion was used before. */
    PROOF_REPLAYED,
    /** The clock of the caller differs too much. Argument 0: seconds. */
    CLOCK_DIFFERS,
    /** The one-time code is unknown, used or expired. */
    CODE_NOT_VALID,
    /** The caller lacks a privilege. Argument 0: the privilege. */
    NOT_PERMITTED,
    /** No such request. Argument 0: its id. */
    NO_SUCH_REQUEST,
    /** The caller has no such claim. Argument 0: its number. */
    NO_SUCH_CLAIM,
    /** The claim was released or expired. Argument 0: its number. */
    CLAIM_LOST,
    /** The desk or printer has as many claims as it may. Argument 0: their numbers. */
    TOO_MANY_CLAIMS,
    /** A call that does not follow the last one for this claim. Argument 0: the state of the enrolment. */
    OUT_OF_ORDER,
    /** The same call is being carried out already. */
    IN_PROGRESS,
    /** Another credential was submitted for this claim before. */
    OTHER_CREDENTIAL,
    /** The profile does not allow this model. Argument 0: the AAGUID. */
    MODEL_NOT_ALLOWED,
    /** Only devices of a shipment may be issued, and this one is of none. Argument 0: its serial number; empty without one. */
    NOT_SHIPPED,
    /** The account that the directory returned is not the one that was imported. */
    OTHER_ACCOUNT,
    /** The call has no Idempotency-Key. */
    IDEMPOTENCY_KEY_MISSING,
    /** Central was restored from a backup while the recipient was claimed. Argument 0: when the backup was made. */
    RESTORED,
    /** The person has a passkey that may have been registered after the backup from which Central was restored. */
    FOUND_AFTER_RESTORE,
    /** The Idempotency-Key was used for another call. */
    IDEMPOTENCY_KEY_REUSED,
    /** The call has no If-Match with the version of what it changes. */
    VERSION_MISSING,
    /** It was changed by another call since it was read. */
    VERSION_DIFFERS,
    /** There is no such operator, role, station or other thing. Argument 0: its id. */
    NO_SUCH_THING,
    /** There is one with this name. Argument 0: the name. */
    ALREADY_EXISTS,
    /** The request waits for the approval of a second person. Argument 0: its id. */
    APPROVAL_NEEDED,
    /** The creator of a request cannot approve it. Argument 0: its id. */
    OWN_REQUEST,
    /** Someone is working on the request, or the outcome of one of its people is unclear. Argument 0: its id. */
    REQUEST_IN_USE,
    /** The directory has to be changed, which an operator has to confirm. Arguments: its name, the code of the obstacle. */
    CONFIRMATION_REQUIRED,
    /** There is no such directory. Argument 0: its name. */
    NO_SUCH_DIRECTORY,
    /** The operator may not sign in. */
    SIGN_IN_REFUSED,
    /** The identity provider did not confirm the sign-in. */
    SIGN_IN_FAILED,
    /** The call of a browser does not carry the token of its session. */
    FORGERY_SUSPECTED,
    /** The caller makes too many calls. Argument 0: seconds to wait. */
    TOO_MANY_CALLS,
    /** The body is longer than this call takes. Argument 0: bytes. */
    TOO_LONG,
    /** The outcome of the recipient is known. Argument 0: the outcome. */
    NOT_UNCLEAR,
    /** The directory lists no such passkey of the recipient's attempts. Argument 0: its handle; may be empty. */
    NO_SUCH_PASSKEY,
    /** No escrow certificate is configured, so that PINs cannot be kept. */
    NO_ESCROW,
    /** A PIN was not sealed as Central requires. Argument 0: what is wrong. */
    SEALED_PIN_INVALID,
    /** There is no PIN in escrow. */
    NO_SUCH_PIN,
    /** The caller has got this PIN before. */
    PIN_RELEASED,
    /** PINs are to be marked as handed over or confirmed, and one was not released. Argument 0: the position of its person. */
    PIN_NOT_RELEASED,
    /** What was scanned or typed is the letter of no one in the request, or of several. Argument 0: what it is. */
    NO_SUCH_LETTER,
    /** There is no copy of the PIN that its person could pick up. */
    NO_PICK_UP,
    /** The link is none of an invitation. */
    PICK_UP_UNKNOWN,
    /** The invitation has expired. */
    PICK_UP_EXPIRED,
    /** There is a later invitation. */
    PICK_UP_REPLACED,
    /** The PIN was shown before. */
    PICK_UP_SHOWN,
    /** The person has confirmed that they have noted the PIN. */
    PICK_UP_DONE,
    /** The device is out of use or was replaced, and its PIN deleted. */
    PICK_UP_ENDED,
    /** Another person than the one of the invitation signed in. */
    PICK_UP_OTHER_PERSON,
    /** The person signed in without one of the factors that are required. */
    PICK_UP_NO_FACTOR,
    /** The sign-in is older than the call. */
    PICK_UP_NOT_FRESH,
    /** The person is not signed in any more. */
    PICK_UP_SIGNED_OUT,
    /** The person has no mail address, or none that mail can be sent to. */
    MAIL_NO_ADDRESS,
    /** The mail server does not take the mail. */
    MAIL_REFUSED,
    /** The mail server was not reached. */
    MAIL_UNREACHABLE,
    /** A recipient of the person is claimed or unclear. */
    PERSON_IN_WORK,
    /** This build needs a licence, and there is none. */
    LICENCE_MISSING,
    /** The licence cannot be read, or is not signed for this build; detail holds the reason. */
    LICENCE_INVALID,
    /** The licence is not valid today. Argument 0: the first day; argument 1: the last day. */
    LICENCE_EXPIRED,
    /** The request is for more devices than the licence has left. Argument 0: provisioned in a year; argument 1: the most. */
    LICENCE_USED_UP,
    /** The call cannot be read. Argument 0: what is wrong. */
    BAD_CALL,
    /** There is no such address in the API. */
    NOT_FOUND,
    /** The call failed for a reason that only Central's log tells. Argument 0: the id of the call. */
    INTERNAL_FAULT;

    @Override
    public String id() {
        return "central." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
