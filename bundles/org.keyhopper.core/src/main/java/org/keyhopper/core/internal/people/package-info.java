/**
 * Looks up the recipients of a request before a run. Created by the station.
 */
package org.keyhopper.core.internal.people;
