package org.keyhopper.core.run;

import java.util.Locale;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.core.inventory.InventoryEntry;

/** Failures of a run, and reasons for the end of an attempt other than device and directory. */
public enum RunProblem implements ProblemCode {
    /** No such request. Argument 0: its id. */
    NO_SUCH_REQUEST,
    /** No such directory is configured. Argument 0: its name. */
    NO_SUCH_DIRECTORY,
    /** No installed connector knows the type. Argument 0: the type. */
    NO_SUCH_CONNECTOR,
    /** Other runs have claimed every recipient concerned. Argument 0: the request. */
    REQUEST_IN_USE,
    /** At a station of a Central, Central chooses whom a run provisions. Argument 0: the request. */
    CENTRAL_CHOOSES,
    /** The claim on a recipient was taken over; nothing of what was to be written was. Argument 0: the request's id. */
    CLAIM_LOST,
    /** The operator skipped the recipient. */
    SKIPPED,
    /** The operator continued with the next person and left an already provisioned device unchanged. */
    PASSED_OVER,
    /** The operator cancelled entering the PIN. */
    PIN_NOT_ENTERED,
    /** Several devices were connected from the start, and none was chosen. */
    SEVERAL_DEVICES,
    /** A run is using the device, so it cannot be changed otherwise. */
    DEVICE_IN_USE,
    /** The PIN rule needs an operator at each device, which a run through printers does not have. */
    PIN_RULE_NEEDS_PERSON,
    /** A device that had to be removed was not removed in time. */
    NOT_TAKEN_OUT,
    /** A device that had to be reinserted was not reinserted in time. */
    NOT_PUT_BACK,
    /** The device was removed during this attempt. Argument 0: the person. */
    TAKEN_OUT_EARLY,
    /** The account is a guest's, who gets passkeys at a directory of their own. Argument 0: the person. */
    GUEST,
    /** The directory returned another account than the one in the request. Argument 0: that one; argument 1: the other one. */
    OTHER_ACCOUNT,
    /** The directory has another name for the account than the request. Argument 0: the name in the directory. */
    NAME_DIFFERS,
    /** Other devices that had to be removed were left in. Argument 0: their names. */
    OTHERS_NOT_REMOVED,
    /** The run was stopped during this attempt. */
    STOPPED,
    /**
     * The directory is not available, and the run waits for it. Argument 0: the id of the cause; argument 1: the time of day since
     * when; argument 2: seconds until the next try.
     */
    DIRECTORY_OUT,
    /** The PIN office has the initial PIN of a device that was reconciled. */
    PIN_IN_ESCROW,
    /** Central is out of reach; arguments as for DIRECTORY_OUT. */
    CENTRAL_OUT,
    /** This station still holds an earlier claim, which ends by itself within 90 s; arguments as for DIRECTORY_OUT. */
    CLAIM_AWAITED,
    /** A card is inside the printer, perhaps of the last recipients of the run before. Argument 0: their names. */
    CARD_FROM_LAST_RUN,
    /** A card provisioned earlier is still inside the printer. Argument 0: its holder. */
    GOOD_CARD_FROM_LAST_RUN,
    /** The product ended during this attempt; nothing had reached the directory. */
    INTERRUPTED,
    /** The product ended during this attempt, and its passkey was removed from the directory again. */
    INTERRUPTED_AND_REVOKED,
    /** The directory lists the passkey, and only the device can prove it. Argument 0: the device. */
    DEVICE_NEEDED_TO_PROVE,
    /** The device may hold what the attempt left on it. Argument 0: the device. */
    DEVICE_NEEDED_TO_CLEAN,
    /** The PIN of the device is not kept here, so that the passkey on it cannot be proved. */
    DEVICE_PIN_NOT_KEPT,
    /** The operator reported the device as lost, and its passkey was removed from the directory. */
    DEVICE_GIVEN_UP,
    /** Recipients of the request are unclear and were left out. Argument 0: how many; argument 1: the request's id. */
    UNCLEAR_LEFT_OUT,
    /** It is unknown whether a passkey at the directory came from this attempt. */
    CANNOT_TELL,
    /** The model is not among those of the profile. Argument 0: the model. */
    MODEL_NOT_IN_PROFILE,
    /** It was provisioned, and its passkey was removed from the directory later, by an operator. */
    REVOKED,
    /** The operator tried a sign-in with the passkey and said that it worked; not verified. Argument 0: when. */
    SIGN_IN_WORKED,
    /** The operator tried a sign-in with the passkey and said that it did not work. Argument 0: when. */
    SIGN_IN_FAILED,
    /** The provider's sign-in was opened, and the operator said that none was tried. Argument 0: when. */
    SIGN_IN_NOT_TRIED,
    /** Left behind: a passkey on the device that the directory does not know. */
    LEFT_CREDENTIAL_ON_DEVICE,
    /** Possibly left behind: a passkey on a device that could not be queried. */
    MAY_HOLD_CREDENTIAL,
    /** Left behind: the PIN set in this attempt. */
    LEFT_PIN_ON_DEVICE,
    /** Possibly left behind: the PIN of this attempt, on a device that could not be queried. */
    MAY_HAVE_PIN,
    /** Not reset, since the device holds, or may hold, credentials of others. */
    NOT_ERASED,
    /** Left behind: a passkey registered with the directory. Argument 0: its handle. */
    LEFT_PASSKEY_AT_DIRECTORY,
    /**
     * The passkey of the device's former holder is gone from the device and still registered. Argument 0: the holder, 1: the
     * directory, 2: the credential's id.
     */
    PASSKEY_STILL_REGISTERED,
    /** Left behind, or possibly: an enrolment that was begun at the directory. */
    LEFT_ENROLMENT_AT_DIRECTORY,
    /** Not done, since the device cannot; the profile allows that. Argument 0: the id of the {@link Demand}. */
    NOT_APPLIED,
    /** The store could not be written; detail holds why. */
    STORE_FAILED,
    /** A fault of the product itself; detail holds what to report. */
    INTERNAL_FAULT;

    /** Returns the problem of a passkey that is still registered although its credential was deleted. */
    public static Problem stillRegistered(InventoryEntry entry) {
        return Problem.of(
                PASSKEY_STILL_REGISTERED,
                entry.holder(),
                entry.directory(),
                entry.credential().base64Url());
    }

    @Override
    public String id() {
        return "run." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
