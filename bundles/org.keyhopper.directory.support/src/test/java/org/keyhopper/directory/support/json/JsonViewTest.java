package org.keyhopper.directory.support.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonViewTest {

    private static JsonView view(String json) {
        return JsonView.parse(json).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1} x", "<html>", "{'a':1}", "{\"a\":NaN}", "[1,]"})
    void whatIsNotJsonIsEmpty(String text) {
        assertTrue(JsonView.parse(text).isEmpty());
    }

    @Test
    void aByteOrderMarkDoesNotMatter() {
        assertEquals(Optional.of("x"), view("\uFEFF{\"a\":\"x\"}").text("a"));
    }

    @Test
    void whatIsMissingNullOrOfAnotherTypeIsEmpty() {
        JsonView view = view("{\"null\":null,\"list\":[1],\"flag\":true,\"text\":\"x\",\"inner\":{\"n\":\"-7\"}}");
        for (String name : List.of("none", "null", "list", "flag", "inner")) {
            assertEquals(Optional.empty(), view.text(name), name);
        }
        assertEquals(Optional.empty(), view.flag("text"));
        assertEquals(Optional.empty(), view.number("text"));
        assertEquals(Optional.of(-7L), view.number("inner", "n"));
        assertEquals(Optional.empty(), view.text("text", "deeper", "still"));
        assertEquals(List.of(), view.items("inner"));
    }

    @Test
    void timesComeWithAnyOffsetAndFraction() {
        JsonView view =
                view("{\"a\":\"2026-01-31T10:20:30.1234567Z\",\"b\":\"2026-01-31T11:20:30+01:00\",\"c\":\"now\"}");
        assertEquals(Optional.of(Instant.parse("2026-01-31T10:20:30.123456700Z")), view.instant("a"));
        assertEquals(Optional.of(Instant.parse("2026-01-31T10:20:30Z")), view.instant("b"));
        assertEquals(Optional.empty(), view.instant("c"));
    }

    @Test
    void itDoesNotShowItsContent() {
        assertFalse(view("{\"access_token\":\"eyJ\"}").toString().contains("eyJ"));
    }

    @Test
    void writtenJsonReadsAsItWas() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("text", "\"quoted\" \\ \u2028 é");
        members.put("list", Arrays.asList(1, true, null, Map.of("x", List.of())));
        JsonView view = view(JsonText.of(members));
        assertEquals(Optional.of("\"quoted\" \\ \u2028 é"), view.text("text"));
        assertEquals(4, view.items("list").size());
    }
}
