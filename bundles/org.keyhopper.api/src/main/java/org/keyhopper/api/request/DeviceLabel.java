package org.keyhopper.api.request;

/** By what the operator confirms that the device in hand is the one that was taken out. */
public sealed interface DeviceLabel {

    /** Returns it in the words of log and journal; never a secret. */
    String recorded();

    /**
     * A number or text is printed on the device.
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

    /** Nothing is printed on the device, and it never left the operator's hand. */
    record NothingPrinted() implements DeviceLabel {
        @Override
        public String recorded() {
            return "nothing printed, never out of hand";
        }
    }
}
