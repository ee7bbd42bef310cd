package org.keyhopper.texts;

/**
 * The explanation of a problem for the operator.
 *
 * @param title what is wrong, in a few non-technical words
 * @param cause why, in one or two sentences
 * @param action the remedy
 */
public record Explanation(String title, String cause, String action) {}
