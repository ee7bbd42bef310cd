/** Picking up PINs, as the server does it: the key, and the mail of invitations. */
package org.keyhopper.central.server.internal.pickup;
