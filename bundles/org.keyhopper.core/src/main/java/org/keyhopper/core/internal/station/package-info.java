/**
 * The station that composes devices, directories, printers and runs over a store. Created by the service registry, and by
 * {@code factory} for rehearsals and tests.
 */
package org.keyhopper.core.internal.station;
