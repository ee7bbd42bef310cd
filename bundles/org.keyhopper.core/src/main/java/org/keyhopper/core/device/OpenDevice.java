package org.keyhopper.core.device;

import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.fido.Authenticator;

/** A device with its channel open; only used on its worker. */
public record OpenDevice(LinkDescription link, FidoChannel channel, Authenticator authenticator) {}
