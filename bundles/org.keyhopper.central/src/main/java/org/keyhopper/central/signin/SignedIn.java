package org.keyhopper.central.signin;

import org.keyhopper.central.access.Caller;

/**
 * Who makes a call with a session.
 *
 * @param name for people
 */
public record SignedIn(Caller caller, Session session, String name) {}
