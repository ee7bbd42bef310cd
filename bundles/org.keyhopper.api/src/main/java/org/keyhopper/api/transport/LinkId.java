package org.keyhopper.api.transport;

/**
 * One insertion of a device. A card that is removed and reinserted gets a new id, so that an operation begun on one
 * insertion cannot continue on the next.
 *
 * @param transport the provider's id, such as {@code pcsc}
 * @param slot reader name or USB path
 * @param arrival counts the insertions seen by the provider since it started watching
 */
public record LinkId(String transport, String slot, long arrival) {}
