package org.keyhopper.fido.internal.ctap;

import com.yubico.yubikit.core.application.CommandException;
import com.yubico.yubikit.fido.ctap.Ctap2Session;
import java.io.IOException;
import org.keyhopper.fido.DeviceException;

/** A sequence of commands to a device. */
@FunctionalInterface
public interface Operation<T> {

    T run(Ctap2Session session) throws IOException, CommandException, DeviceException;
}
