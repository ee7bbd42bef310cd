package org.keyhopper.ui.model;

/** A line that tells the operator something without asking for an answer. */
public record Notice(String text, Tint tint) {}
