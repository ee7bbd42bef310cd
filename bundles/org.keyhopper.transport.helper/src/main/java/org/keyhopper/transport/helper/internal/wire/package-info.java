/**
 * The protocol between helper and client: authentication, framing, and the encoding of requests and replies. Called by
 * the packages {@code client} and {@code serve}.
 */
package org.keyhopper.transport.helper.internal.wire;
