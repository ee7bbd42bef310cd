/**
 * The folder in which helper and client meet: its name, its access permissions, the socket and the account of the
 * peer. Called by the packages {@code client} and {@code serve}.
 */
package org.keyhopper.transport.helper.internal.place;
