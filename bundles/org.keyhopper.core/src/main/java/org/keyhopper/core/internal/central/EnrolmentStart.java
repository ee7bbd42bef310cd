package org.keyhopper.core.internal.central;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.core.central.BegunEnrolment;
import org.keyhopper.core.central.DeviceReport;

/** How the enrolment under one claim begins at Central: for which device, and with which options and challenge. Any thread. */
final class EnrolmentStart {

    private volatile String model = "";
    private volatile Optional<String> serial = Optional.empty();
    private volatile AuthenticatorInfo info;
    private volatile byte[] proofClientData;
    private volatile Instant expires = Instant.MAX;

    /** Whether it may have begun. */
    private volatile boolean begun;

    /** Options that came before they were asked for; null if none did, and once they were taken. */
    private volatile EnrolmentOptions ahead;

    /** Sets what is reported of the device besides its authenticatorGetInfo. */
    void useDevice(String deviceModel, Optional<String> serialNumber) {
        model = deviceModel;
        serial = serialNumber;
    }

    DeviceReport report(AuthenticatorInfo device) {
        info = device;
        return report();
    }

    DeviceReport report() {
        return new DeviceReport(info, model, serial);
    }

    Optional<UUID> aaguid() {
        return Optional.ofNullable(info).map(AuthenticatorInfo::aaguid);
    }

    /** Restores one that began before this process, and whose options may have expired since. */
    void restore(Optional<byte[]> clientData) {
        begun = true;
        expires = Instant.MIN;
        clientData.ifPresent(it -> proofClientData = it.clone());
    }

    /** Notes the answer to a call that begins it. */
    Answer<BegunEnrolment> noted(Answer<BegunEnrolment> answer) {
        begun |= !(answer instanceof Answer.Failed<BegunEnrolment>);
        return answer.map(it -> {
            proofClientData = it.proofClientData();
            expires = it.options().expires();
            return it;
        });
    }

    void keepForLater(EnrolmentOptions options) {
        ahead = options;
    }

    /** Returns the options that came before, once. */
    Optional<EnrolmentOptions> takeAhead() {
        Optional<EnrolmentOptions> taken = Optional.ofNullable(ahead);
        ahead = null;
        return taken;
    }

    boolean isBegun() {
        return begun;
    }

    Instant expires() {
        return expires;
    }

    Optional<byte[]> proofClientData() {
        return Optional.ofNullable(proofClientData).map(byte[]::clone);
    }
}
