package org.keyhopper.core.internal.ceremony;

import java.util.List;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.fido.Authenticator;
import org.keyhopper.fido.DeviceConfiguration;
import org.keyhopper.fido.DeviceException;

/** Makes the device what the profile wants; the forced PIN change last, since no token can be had after it. */
public final class FinishStep implements Step {

    @Override
    public CeremonyStep name() {
        return CeremonyStep.FINISH;
    }

    @Override
    public boolean isNeededFor(CeremonyOrder order) {
        return order.device().info().map(info -> hasWork(order.profile(), info)).orElse(true);
    }

    @Override
    public void perform(CeremonyState state) throws DeviceException {
        state.journal(JournalPoint.FINISHING);
        apply(state.order.profile(), state.device().authenticator(), state.pin());
        state.journal(JournalPoint.FINISHED);
    }

    /** Applies what is not applied yet; safe to repeat. */
    public static void apply(Profile profile, Authenticator authenticator, Secret pin) throws DeviceException {
        AuthenticatorInfo info = authenticator.info();
        DeviceConfiguration configuration = authenticator.configuration();
        if (profile.wants(Profile.Option.ALWAYS_UV) && ProfileSupport.canAlwaysUv(info)) {
            configuration.enableAlwaysUv(pin);
        }
        if (!ProfileSupport.setsMinimumPinLength(info)) {
            return;
        }
        if (profile.minimumPinLength().isPresent()) {
            configuration.raiseMinimumPinLength(profile.minimumPinLength().getAsInt(), pin);
        }
        if (profile.wants(Profile.Option.FORCE_PIN_CHANGE)) {
            configuration.forcePinChange(pin);
        }
    }

    private static boolean hasWork(Profile profile, AuthenticatorInfo info) {
        boolean pinRules = profile.minimumPinLength().isPresent() || profile.wants(Profile.Option.FORCE_PIN_CHANGE);
        return List.of(
                        pinRules && ProfileSupport.setsMinimumPinLength(info),
                        profile.wants(Profile.Option.ALWAYS_UV) && ProfileSupport.canAlwaysUv(info))
                .contains(true);
    }
}
