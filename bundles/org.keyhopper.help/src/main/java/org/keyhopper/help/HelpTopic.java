package org.keyhopper.help;

/**
 * A page of the documents.
 *
 * @param id the path of the page without extension, such as {@code printer-evolis} or
 *     {@code problems/device.pin-blocked}
 * @param title the heading of the page
 * @param translated whether the page is in the language asked for; otherwise it is in English
 */
public record HelpTopic(String id, String title, boolean translated) {}
