package org.keyhopper.central.portal.internal.inventory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.keyhopper.central.inventory.ShippedDevice;
import org.keyhopper.central.portal.internal.frame.PageTexts;

/**
 * The serial numbers of a maker's file: one in each line, or CSV with a column whose name contains {@code serial}; else the first
 * column.
 *
 * @param faults with their lines; empty if all can be used
 */
record SerialList(List<String> serials, List<String> faults) {

    static final int MOST = 50_000;

    private static final Pattern SERIAL = Pattern.compile("[0-9A-Za-z][0-9A-Za-z ._:/-]{0,63}");
    private static final Pattern SEPARATOR = Pattern.compile("[,;\\t]");
    private static final int MOST_FAULTS = 20;

    static SerialList read(String text, PageTexts texts) {
        Set<String> serials = new LinkedHashSet<>();
        List<String> faults = new ArrayList<>();
        int column = 0;
        int number = 0;
        for (String line : text.replace("\uFEFF", "").lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String[] cells = SEPARATOR.split(line, -1);
            int named = named(cells);
            if (serials.isEmpty() && faults.isEmpty() && named >= 0) {
                column = named;
                continue;
            }
            String serial = column < cells.length ? unquoted(cells[column]) : "";
            if (!SERIAL.matcher(serial).matches()) {
                faults.add(texts.get("shipments.fault.serial", number, serial));
            } else if (!serials.add(ShippedDevice.normal(serial))) {
                faults.add(texts.get("shipments.fault.twice", number, serial));
            }
        }
        if (serials.isEmpty() && faults.isEmpty()) {
            faults.add(texts.get("shipments.fault.none"));
        }
        if (serials.size() > MOST) {
            faults.add(texts.get("shipments.fault.many", MOST));
        }
        return new SerialList(
                List.copyOf(serials), faults.stream().limit(MOST_FAULTS).toList());
    }

    /** Returns the column whose name contains "serial"; -1 if there is none. */
    private static int named(String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].toLowerCase(Locale.ROOT).contains("serial")) {
                return i;
            }
        }
        return -1;
    }

    private static String unquoted(String cell) {
        return cell.strip().replaceAll("^\"|\"$", "").strip();
    }
}
