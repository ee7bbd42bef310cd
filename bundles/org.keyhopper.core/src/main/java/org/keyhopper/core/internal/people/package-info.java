/**
 * Look-ups of users in a directory: of recipients before a run and since their import, and of passkeys with their
 * revocation. Created by the station.
 */
package org.keyhopper.core.internal.people;
