package com.zebra.sdk.common.card.containers;

/** Replaces the vendor's type of this name. */
public final class JobStatusInfo {

    public String printStatus;
    public String cardPosition;
    public String contactSmartCard;
    public String contactlessSmartCard;
    public TroubleInfo alarmInfo;
    public TroubleInfo errorInfo;
    public boolean readyForNextJob;

    public JobStatusInfo(String... told) {
        printStatus = told[0];
        cardPosition = told[1];
        contactSmartCard = told[2];
        contactlessSmartCard = told[3];
        alarmInfo = new TroubleInfo(told[4], told[5]);
        errorInfo = new TroubleInfo(told[6], told[7]);
        readyForNextJob = Boolean.parseBoolean(told[8]);
    }
}
