package org.keyhopper.keystore.internal;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.equinox.security.storage.provider.IProviderHints;

/**
 * Station keys in the user's Equinox secure storage. The storage is shared by all Equinox programs of the user on
 * purpose: the operating system's key store holds one password for all, which would be replaced if a separate storage
 * were created, locking out the other programs.
 */
final class SecureStorage implements StationKeys {

    private static final String NODE = "org.keyhopper/stations";
    private static final String KEY = "key";

    private final String module;

    SecureStorage(String module) {
        this.module = module;
    }

    @Override
    public void keep(byte[] station, byte[] key) throws IOException, StorageException {
        ISecurePreferences node = root().node(NODE).node(HexFormat.of().formatHex(station));
        node.putByteArray(KEY, key, true);
        node.flush();
    }

    @Override
    public Optional<byte[]> find(byte[] station) throws IOException, StorageException {
        String path = NODE + "/" + HexFormat.of().formatHex(station);
        ISecurePreferences root = root();
        return root.nodeExists(path) ? Optional.ofNullable(root.node(path).getByteArray(KEY, null)) : Optional.empty();
    }

    private ISecurePreferences root() throws IOException {
        Map<String, Object> hints =
                Map.of(IProviderHints.REQUIRED_MODULE_ID, module, IProviderHints.PROMPT_USER, Boolean.FALSE);
        return SecurePreferencesFactory.open(null, hints);
    }
}
