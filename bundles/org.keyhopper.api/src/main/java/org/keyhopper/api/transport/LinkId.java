package org.keyhopper.api.transport;

/**
 * One stay of one device at one place. A card taken out and put back gets a new id, so that work begun on one insertion
 * can never go on with the next.
 *
 * @param transport the provider's id, such as {@code pcsc}
 * @param slot the place: reader name or USB path
 * @param arrival counts the arrivals seen by the provider since it started watching
 */
public record LinkId(String transport, String slot, long arrival) {}
