/**
 * CTAP over ISO 7816 APDUs (CTAP 2.2 section 11.3): selection, encoding of messages, chaining, GET RESPONSE and
 * keep-alive polling, over an abstract link. Called by {@code org.keyhopper.transport.pcsc.internal} on the worker
 * thread of the device.
 */
package org.keyhopper.transport.pcsc.internal.apdu;
