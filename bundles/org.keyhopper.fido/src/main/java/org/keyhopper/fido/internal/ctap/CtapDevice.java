package org.keyhopper.fido.internal.ctap;

import com.yubico.yubikit.core.application.CommandException;
import com.yubico.yubikit.core.fido.CtapException;
import com.yubico.yubikit.fido.Cbor;
import com.yubico.yubikit.fido.ctap.ClientPin;
import com.yubico.yubikit.fido.ctap.Ctap2Session;
import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.fido.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A device behind its channel: runs operations on it and maps every failure to a problem. */
public final class CtapDevice {

    private static final long SECONDS_WITHOUT_TOUCH = 30;

    private static final Logger LOGGER = LoggerFactory.getLogger(CtapDevice.class);

    private final FidoChannel channel;
    private final MessageConnection connection;
    private final PinProtocols pinProtocols = new PinProtocols();
    private Ctap2Session session;
    private volatile AuthenticatorInfo info;
    private boolean infoExpired;

    private CtapDevice(FidoChannel channel) {
        this.channel = channel;
        this.connection = new MessageConnection(channel);
    }

    /** Sends authenticatorGetInfo; one exchange. */
    public static CtapDevice open(FidoChannel channel) throws DeviceException {
        LibraryLog.silence();
        CtapDevice device = new CtapDevice(channel);
        try {
            device.readInfo();
        } catch (DeviceException e) {
            throw e.problem().is(DeviceProblem.NOT_SUPPORTED)
                    ? u2fOnly(e.problem().detail())
                    : e;
        }
        if (!device.info.supportsCtap2()) {
            throw u2fOnly(String.join(" ", device.info.versions()));
        }
        return device;
    }

    private static DeviceException u2fOnly(String detail) {
        return DeviceException.refused(Problem.of(DeviceProblem.U2F_ONLY).withDetail(detail));
    }

    /** Returns the control of an exchange that waits for no touch. */
    public static ExchangeControl untouched() {
        return ExchangeControl.within(Deadline.inSeconds(SECONDS_WITHOUT_TOUCH));
    }

    public AuthenticatorInfo info() {
        return info;
    }

    /** Returns the device's info, querying it only if the last response is stale. */
    public AuthenticatorInfo currentInfo() throws DeviceException {
        return infoExpired ? readInfo() : info;
    }

    public AuthenticatorInfo readInfo() throws DeviceException {
        return run(untouched(), ignored -> refreshInfo());
    }

    /** Applies a change whose effect on authenticatorGetInfo is certain. */
    public void amendInfo(UnaryOperator<AuthenticatorInfo> change) {
        info = change.apply(info);
    }

    /** Marks the last response to authenticatorGetInfo as stale. */
    public void expireInfo() {
        infoExpired = true;
    }

    private AuthenticatorInfo refreshInfo() throws IOException, CommandException {
        session = new Ctap2Session(connection);
        byte[] answer = connection.lastAnswer();
        info = InfoReader.read((Map<?, ?>) Cbor.decode(answer, 1, answer.length - 1));
        infoExpired = false;
        return info;
    }

    /** Runs an operation that replaces the state of the device, and reads its info afterwards. */
    public void runAndReadInfo(ExchangeControl control, Operation<?> operation) throws DeviceException {
        run(control, open -> {
            operation.run(open);
            connection.continueUnder(untouched());
            return refreshInfo();
        });
    }

    /** Returns the clientPIN command of the device, for use inside an operation. */
    public ClientPin clientPin(AuthenticatorInfo info) throws DeviceException {
        return pinProtocols.clientPin(session, info);
    }

    /** Runs an operation that needs no PIN token. */
    public <T> T run(ExchangeControl control, Operation<T> operation) throws DeviceException {
        connection.begin(control);
        try {
            return operation.run(session);
        } catch (CtapException e) {
            throw failure(refusal(e), e);
        } catch (ChannelException e) {
            throw failure(e.problem(), e);
        } catch (IOException | CommandException | RuntimeException e) {
            // The library reports malformed responses by unchecked exceptions of many kinds.
            throw failure(Problem.of(DeviceProblem.PROTOCOL_ERROR).withDetail(e.toString()), e);
        }
    }

    /**
     * Runs an operation that shares a secret with the device: its exchanges must not be interleaved with those of
     * others.
     */
    public <T> T hold(ExchangeControl control, Operation<T> operation) throws DeviceException {
        FidoChannel.Hold hold;
        try {
            hold = channel.beginExclusive(control.deadline());
        } catch (ChannelException e) {
            throw DeviceException.unreached(e.problem(), e);
        }
        try {
            return run(control, operation);
        } finally {
            hold.close();
        }
    }

    /**
     * Runs an operation that obtains and uses a PIN token while holding the device; repeats it once if the device has
     * discarded the token meanwhile. Since a token was issued, the PIN is correct, and obtaining another one costs no
     * attempt.
     */
    public <T> T holdWithToken(ExchangeControl control, Operation<T> operation) throws DeviceException {
        try {
            return hold(control, operation);
        } catch (DeviceException e) {
            if (!e.changedNothing() || !hasForgottenToken(e.problem())) {
                throw e;
            }
            LOGGER.info(
                    "The device discarded the PIN token, obtaining another: {}",
                    e.problem().detail());
            return hold(control, operation);
        }
    }

    private boolean hasForgottenToken(Problem refusal) {
        return refusal.is(DeviceProblem.PIN_TOKEN_REFUSED)
                && connection.lastRequest() != CtapRequest.GET_PIN_TOKEN
                && CtapStatus.isForgottenToken(connection.lastAnswer()[0]);
    }

    /** Returns the last response unchanged: status byte and CBOR. */
    public byte[] lastAnswer() {
        return connection.lastAnswer();
    }

    private Problem refusal(CtapException e) {
        Problem problem = CtapStatus.problem(e.getCtapError(), connection.lastRequest());
        return problem.is(DeviceProblem.PIN_INVALID)
                ? Problem.of(DeviceProblem.PIN_INVALID, retriesLeft()).withDetail(problem.detail())
                : problem;
    }

    /** Returns the number of PIN attempts left, or a question mark if the device does not report it. */
    private String retriesLeft() {
        try {
            return String.valueOf(clientPin(info).getPinRetries().getCount());
        } catch (IOException | CommandException | DeviceException | RuntimeException e) {
            LOGGER.debug("PIN retries not available: {}", e.toString());
            return "?";
        }
    }

    private DeviceException failure(Problem problem, Exception cause) {
        return connection.mayHaveChanged()
                ? DeviceException.lost(problem, cause)
                : DeviceException.unreached(problem, cause);
    }
}
