package org.keyhopper.api.update;

/**
 * Something that is installed and updated as one: the product, a driver, a connector.
 *
 * @param id stable, such as {@code printer.matica}; {@code product} for the product itself
 * @param name what people call it
 * @param version of what is spoken about; never blank
 * @param about a sentence on it, for a site's product what is new; may be empty
 */
public record Part(String id, String name, String version, String about) {}
