package org.keyhopper.printer.sdk.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.printer.Encoder;

/** Families of FARGO printers. They differ in how they indicate a card at the encoder. */
enum FargoFamily {
    /** DTC1000, 4000, 4500 and their successors: the activity becomes one of encoding. */
    DTC {
        @Override
        boolean isEncoding(FargoActivity now, Encoder encoder) {
            return now.isEncoding();
        }
    },
    /** HDP5000, HDPii and their successors: the encoder reports the card as present. */
    HDP {
        @Override
        boolean isEncoding(FargoActivity now, Encoder encoder) {
            return now.isEncoding(encoder);
        }
    },
    /** INK1000: the activity becomes contactless encoding, whatever the encoder. */
    INK {
        @Override
        boolean isEncoding(FargoActivity now, Encoder encoder) {
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
    abstract boolean isEncoding(FargoActivity now, Encoder encoder);

    /** Returns whether the encoders can be queried for a card. */
    boolean reportsCardAtEncoder() {
        return this == HDP;
    }
}
