package com.zebra.sdk.common.card.containers;

/** Stands in for the maker's types for alarms and errors. */
public final class TroubleInfo {

    public int value;
    public String description;

    TroubleInfo(String value, String description) {
        this.value = Integer.parseInt(value);
        this.description = description;
    }
}
