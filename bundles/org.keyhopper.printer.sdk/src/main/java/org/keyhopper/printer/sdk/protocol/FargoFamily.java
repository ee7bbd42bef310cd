package org.keyhopper.printer.sdk.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.printer.sdk.status.FargoActivity;

/** Families of FARGO printers. They differ in how they indicate a card at the encoder. */
public enum FargoFamily {
    /** DTC1000, 4000, 4500 and their successors: the activity becomes one of encoding. */
    DTC {
        @Override
        public boolean isEncoding(FargoActivity now, Encoder encoder) {
            return now.isEncoding();
        }
    },
    /** HDP5000, HDPii and their successors: the encoder reports the card as present. */
    HDP {
        @Override
        public boolean isEncoding(FargoActivity now, Encoder encoder) {
            return now.isEncoding(encoder);
        }
    },
    /** INK1000: the activity becomes contactless encoding, whatever the encoder. */
    INK {
        @Override
        public boolean isEncoding(FargoActivity now, Encoder encoder) {
            return now.isEncoding(Encoder.CONTACTLESS);
        }
    };

    /** Returns the family whose name occurs in the queue name, as set up by the vendor's driver. */
    static Optional<FargoFamily> of(String queue) {
        String name = queue.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(each -> name.contains(each.name()))
                .findFirst();
    }

    /** Returns whether this activity indicates a card at the encoder. */
    public abstract boolean isEncoding(FargoActivity now, Encoder encoder);

    /** Returns whether the encoders can be queried for a card. */
    public boolean reportsCardAtEncoder() {
        return this == HDP;
    }
}
