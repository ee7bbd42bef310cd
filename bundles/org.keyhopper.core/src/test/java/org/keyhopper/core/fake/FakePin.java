package org.keyhopper.core.fake;

import java.util.Arrays;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.fido.DeviceException;

/** The PIN of a fake key with its retries (CTAP 2.2 section 6.5). Used under the monitor of the key. */
final class FakePin {

    private static final int ALL_RETRIES = 8;
    private static final int WRONG_PER_POWER_UP = 3;
    private static final int LEAST_LENGTH = 4;

    private char[] pin = {};
    int minLength = LEAST_LENGTH;
    int retries = ALL_RETRIES;
    boolean changeForced;

    /** Wrong PINs in a row since power-up. */
    private int wrong;

    boolean isSet() {
        return pin.length > 0;
    }

    int length() {
        return pin.length;
    }

    boolean isNew() {
        return pin.length == 0 && !changeForced && minLength == LEAST_LENGTH;
    }

    void set(char[] next) {
        pin = next.clone();
    }

    void powerUp() {
        wrong = 0;
    }

    void reset() {
        pin = new char[0];
        changeForced = false;
        minLength = LEAST_LENGTH;
        retries = ALL_RETRIES;
        wrong = 0;
    }

    void require(char[] tried) throws DeviceException {
        if (retries == 0) {
            throw FakeKey.refused(DeviceProblem.PIN_BLOCKED);
        }
        if (changeForced) {
            throw FakeKey.refused(DeviceProblem.PIN_CHANGE_FORCED);
        }
        if (!isSet()) {
            throw FakeKey.refused(DeviceProblem.PIN_NOT_SET);
        }
        if (wrong == WRONG_PER_POWER_UP) {
            throw FakeKey.refused(DeviceProblem.PIN_AUTH_BLOCKED);
        }
        if (!Arrays.equals(pin, tried)) {
            throw wrongPin();
        }
        retries = ALL_RETRIES;
        wrong = 0;
    }

    private DeviceException wrongPin() {
        retries--;
        wrong++;
        if (retries == 0) {
            return FakeKey.refused(DeviceProblem.PIN_BLOCKED);
        }
        return wrong == WRONG_PER_POWER_UP
                ? FakeKey.refused(DeviceProblem.PIN_AUTH_BLOCKED)
                : DeviceException.refused(Problem.of(DeviceProblem.PIN_INVALID, Integer.toString(retries)));
    }

    /** A PIN whose change is forced is accepted for changing it. */
    void replace(char[] current, char[] next) throws DeviceException {
        boolean forced = changeForced;
        changeForced = false;
        try {
            require(current);
            set(next);
        } catch (DeviceException e) {
            changeForced = forced;
            throw e;
        }
    }
}
