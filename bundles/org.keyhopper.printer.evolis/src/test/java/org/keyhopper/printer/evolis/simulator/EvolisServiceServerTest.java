package org.keyhopper.printer.evolis.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.MachineCondition;
import org.keyhopper.rehearsal.printer.MachineFault;
import org.keyhopper.rehearsal.printer.MachineOptions;
import org.keyhopper.rehearsal.printer.ProtocolOptions;
import org.keyhopper.rehearsal.printer.ProtocolServer;

/** Checks that the simulator behaves like the service, with requests of clients in the field. */
class EvolisServiceServerTest {

    private static final String PRINTER = "\"device\":\"Evolis Rehearsal\"";

    private final CardMachine machine = new CardMachine(MachineOptions.quick());
    private ProtocolServer skin;
    private Socket client;

    @AfterEach
    void close() throws IOException {
        client.close();
        skin.close();
        machine.close();
    }

    @Test
    void severalRequestsShareOneConnection() throws IOException {
        open();
        assertEquals("WARNING,FEEDER_EMPTY", result(ask("SUPERVISION.GetState", PRINTER)));
        machine.load("plain", 1);
        assertEquals("OK", result(ask("CMD.SendCommand", PRINTER + ",\"command\":\"Sic\",\"timeout\":\"5000\"")));
        assertEquals("READY,INF_ENCODING_RUNNING", result(ask("SUPERVISION.GetState", PRINTER)));
    }

    @Test
    void halfClosedClientGetsItsResponse() throws IOException {
        open();
        send("{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"ECHO.Echo\",\"params\":{\"data\":\"hello\"}}");
        client.shutdownOutput();
        String all = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("hello", result(JsonParser.parseString(all).getAsJsonObject()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "\"4711\"", "7", "null"})
    void anyIdIsEchoed(String id) throws IOException {
        open();
        send("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ECHO.Echo\",\"params\":{\"data\":\"x\"}}");
        assertEquals(JsonParser.parseString(id), reply().get("id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CMD.SendCommand | \"device\":\"Evolis Rehearsal\" | -32602",
                "CMD.SendCommand | \"device\":\"Evolis Rehearsal\",\"command\":\"Rfv\",\"timeout\":3000 | -32602",
                "SUPERVISION.GetState | \"device\":7 | -32602",
                "SUPERVISION.Dance | \"device\":\"x\" | -32601",
                "SUPERVISION.GetState | \"device\":\"Nobody\" | 1100",
                "CMD.GetStatus | \"device\":\"Nobody\" | 1200",
                "CMD.SendCommand | \"device\":\"Nobody\",\"command\":\"Rfv\" | 1201"
            })
    void invalidRequestsAreErrors(String method, String parameters, int code) throws IOException {
        open();
        assertEquals(code, code(ask(method, parameters)));
        assertEquals("x", result(ask("ECHO.Echo", "\"data\":\"x\"")));
    }

    @Test
    void switchedOffPrinterIsNotFound() throws IOException {
        open();
        machine.begin(MachineCondition.SWITCHED_OFF);
        assertEquals(1100, code(ask("SUPERVISION.GetState", PRINTER)));
        assertEquals(1200, code(ask("CMD.GetStatus", PRINTER)));
        assertEquals(1201, code(ask("CMD.SendCommand", PRINTER + ",\"command\":\"Rfv\"")));
        assertEquals("", result(ask("SUPERVISION.List", "\"device\":\"Evolis Primacy\"")));
    }

    @Test
    void unknownCommandIsAResult() throws IOException {
        open();
        assertEquals("ERROR CDE", result(ask("CMD.SendCommand", PRINTER + ",\"command\":\"Xyz\"")));
    }

    @Test
    void commandMayBeABase64Frame() throws IOException {
        open();
        assertEquals("1.0", result(ask("CMD.SendCommand", PRINTER + ",\"command\":\"base64:G1Jmdg0=\"")));
    }

    @ParameterizedTest
    @CsvSource({"'', Evolis Rehearsal", "1, 'Evolis Rehearsal,WARNING'", "2, 'Evolis Rehearsal,WARNING,FEEDER_EMPTY'"})
    void printersAreListedByModelAndLevel(String level, String result) throws IOException {
        open();
        String more = level.isEmpty() ? "" : ",\"level\":\"" + level + "\"";
        assertEquals(result, result(ask("SUPERVISION.List", "\"device\":\"Evolis Primacy\"" + more)));
        assertEquals("", result(ask("SUPERVISION.List", "\"device\":\"Acme\"" + more)));
    }

    @Test
    void errorStateExistsOnlyDuringPrinting() throws IOException {
        open();
        machine.begin(MachineCondition.JAMMED);
        machine.load("plain", 1);
        assertEquals("READY,PRINTER_READY", result(ask("SUPERVISION.GetState", PRINTER)));
        client.close();
        skin.close();
        open(EvolisQuirk.PRINTING);
        assertEquals("ERROR,ERR_MECHANICAL", result(ask("SUPERVISION.GetState", PRINTER)));
    }

    @Test
    void stateLagsBehindTheResult() throws IOException {
        machine.load("plain", 1);
        open(EvolisQuirk.LAGGING_STATE);
        assertEquals("READY,PRINTER_READY", result(ask("SUPERVISION.GetState", PRINTER)));
        assertEquals("OK", result(ask("CMD.SendCommand", PRINTER + ",\"command\":\"Sic\"")));
        assertEquals("READY,PRINTER_READY", result(ask("SUPERVISION.GetState", PRINTER)));
    }

    @Test
    void failedFeedIsAResultAndAWarning() throws IOException {
        open();
        assertEquals("FEEDER EMPTY", result(ask("CMD.SendCommand", PRINTER + ",\"command\":\"Sic\"")));
        assertEquals("WARNING,FEEDER_EMPTY", result(ask("SUPERVISION.GetState", PRINTER)));
        assertEquals("OK", result(ask("CMD.SendCommand", PRINTER + ",\"command\":\"Se\"")));
    }

    @Test
    void timedOutCommandIsExecuted() throws IOException {
        machine.load("plain", 1);
        machine.plan(MachineFault.parse("lose-reply feed 1"));
        open();
        assertEquals(1301, code(ask("CMD.SendCommand", PRINTER + ",\"command\":\"Sic\"")));
        assertEquals("CONTACTLESS CARD", result(ask("CMD.SendCommand", PRINTER + ",\"command\":\"Rlr;p\"")));
    }

    @ParameterizedTest
    @EnumSource(EvolisQuirk.class)
    void everyQuirkIsEnabledByItsName(EvolisQuirk quirk) throws IOException {
        open(quirk);
        assertTrue(skin.port() > 0);
    }

    private void open(EvolisQuirk... quirks) throws IOException {
        Set<String> names = quirks.length == 0 ? Set.of() : Set.of(quirks[0].word());
        skin = new EvolisServiceServerProvider().open(machine, new ProtocolOptions(0, Encoder.CONTACTLESS, names));
        client = new Socket(InetAddress.getLoopbackAddress(), skin.port());
    }

    private JsonObject ask(String method, String parameters) throws IOException {
        send("{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"method\":\"" + method + "\",\"params\":{" + parameters + "}}");
        JsonObject reply = reply();
        assertEquals(new JsonPrimitive("1"), reply.get("id"));
        return reply;
    }

    private void send(String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads up to the brace that closes the object. */
    private JsonObject reply() throws IOException {
        InputStream in = client.getInputStream();
        StringBuilder text = new StringBuilder();
        int depth = 0;
        do {
            int next = in.read();
            if (next < 0) {
                throw new IOException("hung up after " + text);
            }
            depth += next == '{' ? 1 : next == '}' ? -1 : 0;
            text.append((char) next);
        } while (depth > 0);
        return JsonParser.parseString(text.toString()).getAsJsonObject();
    }

    private static String result(JsonObject reply) {
        return reply.get("result").getAsString();
    }

    private static int code(JsonObject reply) {
        return reply.getAsJsonObject("error").get("code").getAsInt();
    }
}
