package org.keyhopper.fido.internal;

import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.fido.Authenticator;
import org.keyhopper.fido.DeviceConfiguration;
import org.keyhopper.fido.DeviceCredentials;
import org.keyhopper.fido.DeviceException;
import org.keyhopper.fido.DevicePin;
import org.keyhopper.fido.internal.ctap.CtapDevice;

/** An open device; PIN, credentials and configuration are delegated to one class each. */
final class CtapAuthenticator implements Authenticator {

    private final CtapDevice device;
    private final DevicePin pin;
    private final DeviceCredentials credentials;
    private final DeviceConfiguration configuration;

    CtapAuthenticator(CtapDevice device) {
        this.device = device;
        this.pin = new CtapPin(device);
        this.credentials = new CtapCredentials(device);
        this.configuration = new CtapConfiguration(device);
    }

    @Override
    public AuthenticatorInfo info() {
        return device.info();
    }

    @Override
    public AuthenticatorInfo readInfo() throws DeviceException {
        return device.readInfo();
    }

    @Override
    public DevicePin pin() {
        return pin;
    }

    @Override
    public DeviceCredentials credentials() {
        return credentials;
    }

    @Override
    public DeviceConfiguration configuration() {
        return configuration;
    }

    @Override
    public void awaitTouch(ExchangeControl control) throws DeviceException {
        new CtapSelection(device).run(control);
    }

    @Override
    public void reset(ExchangeControl control) throws DeviceException {
        new CtapReset(device).run(control);
    }
}
