package org.keyhopper.core.internal.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.transport.LinkDescription;

/**
 * Names of models by AAGUID: the short names in {@code models.properties}, then those of the metadata. Any thread.
 *
 * <p>An unlisted key has the product name of its USB descriptor; a card has none, and its reader's name does not
 * describe it.
 */
public final class ModelNames {

    private static final UUID NO_MODEL = new UUID(0, 0);

    /** Digits of the AAGUID that distinguish unlisted models. */
    private static final int TAIL = 6;

    private final Properties names = new Properties();
    private final Function<UUID, Optional<String>> metadata;

    /** Uses no metadata. */
    public ModelNames() {
        this(aaguid -> Optional.empty());
    }

    public ModelNames(Function<UUID, Optional<String>> metadata) {
        this.metadata = metadata;
        try (InputStream in = ModelNames.class.getResourceAsStream("models.properties")) {
            names.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(LinkDescription link, AuthenticatorInfo info) {
        return Optional.ofNullable(names.getProperty(info.aaguid().toString()))
                .or(() -> metadata.apply(info.aaguid()))
                .filter(name -> !name.isBlank())
                .orElseGet(() -> unlisted(link, info));
    }

    private static String unlisted(LinkDescription link, AuthenticatorInfo info) {
        if (link.kind() == DeviceKind.USB_KEY) {
            return link.product();
        }
        String word = info.transports().contains("usb") ? "Security key" : "Smart card";
        String aaguid = info.aaguid().toString();
        return info.aaguid().equals(NO_MODEL) ? word : word + " " + aaguid.substring(aaguid.length() - TAIL);
    }

    /** Names a device whose AAGUID is not known. */
    static String unasked(LinkDescription link) {
        return link.kind() == DeviceKind.USB_KEY ? link.product() : "Smart card";
    }
}
