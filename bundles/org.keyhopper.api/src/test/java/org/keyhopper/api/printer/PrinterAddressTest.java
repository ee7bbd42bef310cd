package org.keyhopper.api.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrinterAddressTest {

    @ParameterizedTest
    @CsvSource({
        "evolis-service://127.0.0.1:18000/Evolis Primacy 2, evolis-service, 127.0.0.1:18000/Evolis Primacy 2",
        "evolis-raw:///dev/usb/lp0, evolis-raw, /dev/usb/lp0",
        "Matica://10.0.0.9:50730, matica, 10.0.0.9:50730",
        "entrust://XPS%20Card Printer, entrust, XPS Card Printer",
        "entrust://Über 100%25, entrust, Über 100%",
        "evolis-pipe:Evolis Primacy 2, evolis-pipe, Evolis Primacy 2",
        "evolis-pipe://Evolis Primacy 2, evolis-pipe, Evolis Primacy 2",
        "manual://, manual, ''"
    })
    void schemeAndLocationAreRead(String text, String scheme, String location) {
        PrinterAddress address = read(text);
        assertEquals(scheme, address.scheme());
        assertEquals(location, address.location());
    }

    @Test
    void optionsFollowAQuestionMark() {
        PrinterAddress address = read("evolis-raw://printer:4711?stations=contact,contactless&reject=yes");
        assertEquals(
                Map.of("stations", "contact,contactless", "reject", "yes"),
                address.options().values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evolis-raw://10.0.0.9:4711?reject=no&stations=contact",
                "entrust://what%3F 50%25 + a%26b",
                "entrust://a=b?hopper=2",
                "manual://"
            })
    void toStringIsParsedBack(String text) {
        assertEquals(text, read(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "printer",
                "evolis-raw:/dev/usb/lp0",
                "://x",
                "C:\\printer",
                "printer:9100",
                "matica://h?stations",
                "entrust://50%"
            })
    void malformedTextIsABadAddress(String text) {
        assertEquals(
                PrinterProblem.BAD_ADDRESS,
                PrinterAddress.parse(text).failure().orElseThrow().code());
    }

    private static PrinterAddress read(String text) {
        return PrinterAddress.parse(text).result().orElseThrow();
    }
}
