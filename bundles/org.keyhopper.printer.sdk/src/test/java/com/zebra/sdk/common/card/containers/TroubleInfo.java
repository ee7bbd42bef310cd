package com.zebra.sdk.common.card.containers;

/** Replaces the vendor's types for alarms and errors. */
public final class TroubleInfo {

    public int value;
    public String description;

    TroubleInfo(String value, String description) {
        this.value = Integer.parseInt(value);
        this.description = description;
    }
}
