package org.keyhopper.api.update;

/**
 * A unit of installation and update: the product, a driver or a connector.
 *
 * @param id stable, such as {@code printer.matica}; {@code product} for the product itself
 * @param name the display name
 * @param version never blank
 * @param about a short description; for a product on a site, what is new; may be empty
 */
public record Part(String id, String name, String version, String about) {}
