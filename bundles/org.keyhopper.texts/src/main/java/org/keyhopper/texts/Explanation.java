package org.keyhopper.texts;

/**
 * A problem in words for the operator.
 *
 * @param title what is wrong, a few words without technical terms
 * @param cause one or two sentences on why
 * @param action what to do now
 */
public record Explanation(String title, String cause, String action) {}
