package com.zebra.sdk.common.card.jobSettings;

/** Stands in for the maker's type of this name. */
public final class ZebraCardJobSettingNames {

    public static final String CARD_SOURCE = "source";
    public static final String CARD_DESTINATION = "destination";
    public static final String SMART_CARD_CONTACT = "contact";
    public static final String SMART_CARD_CONTACTLESS = "contactless";

    private ZebraCardJobSettingNames() {}
}
