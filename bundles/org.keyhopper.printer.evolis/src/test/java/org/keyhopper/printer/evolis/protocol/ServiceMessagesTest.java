package org.keyhopper.printer.evolis.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonParser;
import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.transport.Deadline;

class ServiceMessagesTest {

    @Test
    void requestIsJsonRpcWithStringParameters() {
        byte[] request = ServiceMessages.request(
                "CMD.SendCommand", Map.of("command", "Sic", "device", "Evolis Primacy 2", "timeout", "2500"));
        assertEquals(JsonParser.parseString("""
            {"jsonrpc":"2.0","id":"1","method":"CMD.SendCommand",
             "params":{"command":"Sic","device":"Evolis Primacy 2","timeout":"2500"}}\
            """), JsonParser.parseString(new String(request, StandardCharsets.UTF_8)));
    }

    @Test
    void resultIsReadUpToTheClosingBrace() throws Exception {
        ServiceMessages.Answer answer =
                read("{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"result\":\"a } in it\"}and what follows");
        assertEquals(Optional.of("a } in it"), answer.result());
        assertEquals(Optional.empty(), answer.error());
    }

    @Test
    void errorHasCodeAndMessage() throws Exception {
        ServiceMessages.Answer answer =
                read("{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"error\":{\"code\":-32000,\"message\":\"no device\"}}");
        assertEquals(Optional.of(new ServiceError(-32000, "no device")), answer.error());
        assertEquals(Optional.empty(), answer.result());
    }

    @Test
    void incompleteResponseFails() {
        assertThrows(EOFException.class, () -> read("{\"jsonrpc\":\"2.0\",\"result\":{"));
        assertThrows(EOFException.class, () -> read(""));
    }

    private static ServiceMessages.Answer read(String text) throws Exception {
        return ServiceMessages.readAnswer(new ScriptedStream(text), Deadline.inSeconds(1));
    }
}
