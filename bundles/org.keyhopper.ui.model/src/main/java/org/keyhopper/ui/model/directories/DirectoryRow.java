package org.keyhopper.ui.model.directories;

/** A configured directory: its local name and its kind. */
public record DirectoryRow(String name, String kind) {}
