package org.keyhopper.ui.fakes;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.network.Network;
import org.keyhopper.api.network.NetworkSettings;
import org.keyhopper.api.settings.Secret;

/** Keeps the network settings in memory. */
public final class FakeNetwork implements Network {

    /** Why the next changes are refused. */
    public Optional<Problem> refusal = Optional.empty();

    private NetworkSettings settings = NetworkSettings.SYSTEM;
    private boolean hasPassword;

    @Override
    public NetworkSettings settings() {
        return settings;
    }

    @Override
    public boolean hasPassword() {
        return hasPassword;
    }

    @Override
    public Optional<Problem> change(NetworkSettings wanted, Optional<Secret> password) {
        if (refusal.isEmpty()) {
            settings = wanted;
            hasPassword = wanted.proxy().isPresent() && (hasPassword || password.isPresent());
        }
        return refusal;
    }
}
