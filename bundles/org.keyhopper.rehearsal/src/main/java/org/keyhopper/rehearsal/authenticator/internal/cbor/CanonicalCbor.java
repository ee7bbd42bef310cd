package org.keyhopper.rehearsal.authenticator.internal.cbor;

import co.nstant.in.cbor.CborDecoder;
import co.nstant.in.cbor.CborEncoder;
import co.nstant.in.cbor.CborException;
import co.nstant.in.cbor.model.DataItem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Status;

/** The CTAP2 canonical CBOR encoding (CTAP 2.1, section 8); other encodings are refused. */
public final class CanonicalCbor {
    private CanonicalCbor() {}

    /** Decodes exactly one item. */
    public static DataItem decode(byte[] encoded) {
        var in = new ByteArrayInputStream(encoded);
        DataItem item = decodeNext(in);
        if (item == null || in.available() > 0 || !Arrays.equals(encoded, encode(item))) {
            throw new CtapFailure(Status.INVALID_CBOR);
        }
        return item;
    }

    /** Encodes one item. */
    public static byte[] encode(DataItem item) {
        var out = new ByteArrayOutputStream();
        try {
            new CborEncoder(out).nonCanonical().encode(KeyOrder.sorted(item));
        } catch (CborException e) {
            throw new IllegalArgumentException("not encodable", e);
        }
        return out.toByteArray();
    }

    private static DataItem decodeNext(ByteArrayInputStream in) {
        var decoder = new CborDecoder(in);
        decoder.setMaxPreallocationSize(1024);
        decoder.setRejectDuplicateKeys(true);
        try {
            return decoder.decodeNext();
        } catch (CborException e) {
            throw new CtapFailure(Status.INVALID_CBOR);
        }
    }
}
