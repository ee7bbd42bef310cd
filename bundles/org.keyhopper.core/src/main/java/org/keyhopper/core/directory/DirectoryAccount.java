package org.keyhopper.core.directory;

import org.keyhopper.api.settings.Settings;

/** A directory as the operator configured it: its name here, its connector's type, its plain settings. */
public record DirectoryAccount(String name, String type, Settings settings) {}
