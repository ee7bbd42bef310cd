package org.keyhopper.core.internal.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/** Names of models by AAGUID, for those we know of. */
public final class ModelNames {

    private final Properties names = new Properties();

    public ModelNames() {
        try (InputStream in = ModelNames.class.getResourceAsStream("models.properties")) {
            names.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<String> of(UUID aaguid) {
        return Optional.ofNullable(names.getProperty(aaguid.toString()));
    }
}
