package com.zebra.sdk.common.card.printer;

import com.zebra.sdk.comm.TcpConnection;
import com.zebra.sdk.common.card.containers.JobStatusInfo;
import com.zebra.sdk.common.card.containers.PrinterInfo;
import com.zebra.sdk.common.card.containers.PrinterStatusInfo;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Not public, as what a factory returns often is not. */
final class HiddenPrinter {

    private final TcpConnection connection;
    private final Map<String, String> settings = new HashMap<>();

    HiddenPrinter(TcpConnection connection) {
        this.connection = connection;
    }

    public PrinterInfo getPrinterInformation() {
        System.out.println("a kit that talks to its authors");
        return new PrinterInfo();
    }

    public Map<String, Object> getSmartCardConfigurations() {
        return Map.of("contact", "ACR38", "mifare", "TWN4");
    }

    public PrinterStatusInfo getPrinterStatus() throws IOException {
        return new PrinterStatusInfo(connection.ask("STATUS"));
    }

    public void setJobSetting(String name, String value) {
        settings.put(name, value);
    }

    public int smartCardEncode(int copies) throws IOException {
        String station = settings.containsKey("contact") ? "CONTACT" : "CONTACTLESS";
        if (copies != 1 || !settings.get("source").equals("Feeder")) {
            throw new IllegalArgumentException(settings.toString());
        }
        settings.clear();
        return Integer.parseInt(connection.ask("START " + station)[0]);
    }

    public JobStatusInfo getJobStatus(int id) throws IOException {
        return new JobStatusInfo(connection.ask("JOB " + id));
    }

    public void resume() throws IOException {
        connection.ask("RESUME");
    }

    public void cancel(int id) throws IOException {
        connection.ask("CANCEL " + id);
    }
}
