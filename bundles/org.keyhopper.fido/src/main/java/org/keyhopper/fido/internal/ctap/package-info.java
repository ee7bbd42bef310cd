/**
 * CTAP commands over a {@link org.keyhopper.api.transport.FidoChannel} with the yubikit library: requests, status
 * codes, PIN/UV auth protocols and tokens. Called by {@code org.keyhopper.fido.internal} on the worker thread of the
 * device.
 */
package org.keyhopper.fido.internal.ctap;
