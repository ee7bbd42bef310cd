package com.zebra.sdk.common.card.jobSettings;

/** Replaces the vendor's type of this name. */
public final class ZebraCardJobSettingNames {

    public static final String CARD_SOURCE = "source";
    public static final String CARD_DESTINATION = "destination";
    public static final String SMART_CARD_CONTACT = "contact";
    public static final String SMART_CARD_CONTACTLESS = "contactless";

    private ZebraCardJobSettingNames() {}
}
