/**
 * One ceremony: {@link org.keyhopper.core.internal.ceremony.Ceremony} performs the steps for one recipient on the
 * device's worker, keeps what they may have left in a {@code CeremonyState}, and undoes it when one fails. Called by
 * manual and automatic runs; the proof, the clean-up of a device and the search for a registration are also used for
 * reconciling.
 */
package org.keyhopper.core.internal.ceremony;
