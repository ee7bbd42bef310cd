package org.keyhopper.core.request;

/** The id of a request, short enough to be typed. */
public record RequestId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
