package com.zebra.sdk.common.card.containers;

/** Replaces the vendor's type of this name. */
public final class PrinterStatusInfo {

    public String status;
    public int jobsActive;
    public TroubleInfo alarmInfo;
    public TroubleInfo errorInfo;

    public PrinterStatusInfo(String... told) {
        status = told[0];
        jobsActive = Integer.parseInt(told[1]);
        alarmInfo = new TroubleInfo(told[2], told[3]);
        errorInfo = new TroubleInfo(told[4], told[5]);
    }
}
