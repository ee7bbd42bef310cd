package org.keyhopper.api.request;

/** How the operator confirms that the device at hand is the one that was removed. */
public sealed interface DeviceLabel {

    /** Returns the text for log and journal; never a secret. */
    String recorded();

    /**
     * A number or text printed on the device.
     *
     * @param text as typed, without control characters and at most 64 characters long; never blank
     */
    record Printed(String text) implements DeviceLabel {

        private static final int LONGEST = 64;

        public Printed {
            String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
            text = clean.substring(0, Math.min(LONGEST, clean.length()));
            if (text.isEmpty()) {
                throw new IllegalArgumentException("nothing was typed");
            }
        }

        @Override
        public String recorded() {
            return "printed: " + text;
        }
    }

    /** Nothing is printed on the device, and the operator kept it in hand. */
    record NothingPrinted() implements DeviceLabel {
        @Override
        public String recorded() {
            return "nothing printed, never out of hand";
        }
    }
}
