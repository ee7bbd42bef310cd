package com.zebra.sdk.common.card.printer;

import com.zebra.sdk.comm.ConnectionException;
import com.zebra.sdk.comm.TcpConnection;
import com.zebra.sdk.common.card.containers.JobStatusInfo;
import com.zebra.sdk.common.card.containers.PrinterInfo;
import com.zebra.sdk.common.card.containers.PrinterStatusInfo;
import com.zebra.sdk.common.card.exceptions.ZebraCardException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Not public, as the return types of factories often are. */
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

    public PrinterStatusInfo getPrinterStatus() throws ConnectionException, ZebraCardException {
        return new PrinterStatusInfo(connection.ask("STATUS"));
    }

    public String getJobSettingRange(String name) throws ConnectionException, ZebraCardException {
        return connection.ask("RANGE " + name)[0];
    }

    public void setJobSetting(String name, String value) throws ConnectionException, ZebraCardException {
        if (!List.of(getJobSettingRange(name).split(",")).contains(value)) {
            throw new ZebraCardException("value out of range: " + name + " " + value);
        }
        settings.put(name, value);
    }

    public int smartCardEncode(int copies) throws ConnectionException, ZebraCardException {
        String station = settings.containsKey("contact") ? "CONTACT" : "CONTACTLESS";
        if (copies != 1 || !"Feeder".equals(settings.get("source"))) {
            throw new IllegalArgumentException(settings.toString());
        }
        settings.clear();
        return Integer.parseInt(connection.ask("START " + station)[0]);
    }

    public JobStatusInfo getJobStatus(int id) throws ConnectionException, ZebraCardException {
        return new JobStatusInfo(connection.ask("JOB " + id));
    }

    public void resume() throws ConnectionException, ZebraCardException {
        connection.ask("RESUME");
    }

    public void cancel(int id) throws ConnectionException, ZebraCardException {
        connection.ask("CANCEL " + id);
    }
}
