package org.keyhopper.store.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyhopper.api.diagnostic.Problem;

/** Lists and maps encoded in one column. */
final class Json {

    private Json() {}

    static String of(Map<String, String> map) {
        JsonObject object = new JsonObject();
        map.forEach(object::addProperty);
        return object.toString();
    }

    static Map<String, String> map(String text) {
        Map<String, String> map = new LinkedHashMap<>();
        JsonParser.parseString(text)
                .getAsJsonObject()
                .entrySet()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().getAsString()));
        return map;
    }

    static String of(List<String> list) {
        return array(list).toString();
    }

    static List<String> list(String text) {
        return list(JsonParser.parseString(text).getAsJsonArray());
    }

    static String ofProblems(List<Problem> problems) {
        JsonArray array = new JsonArray();
        problems.forEach(problem -> array.add(object(problem)));
        return array.toString();
    }

    static List<Problem> problems(String text) {
        return JsonParser.parseString(text).getAsJsonArray().asList().stream()
                .map(element -> problem(element.getAsJsonObject()))
                .toList();
    }

    private static JsonObject object(Problem problem) {
        JsonObject object = new JsonObject();
        object.addProperty("code", problem.code().id());
        object.add("arguments", array(problem.arguments()));
        object.addProperty("detail", problem.detail());
        return object;
    }

    private static Problem problem(JsonObject object) {
        return new Problem(
                new StoredProblemCode(object.get("code").getAsString()),
                list(object.getAsJsonArray("arguments")),
                object.get("detail").getAsString());
    }

    private static JsonArray array(List<String> list) {
        JsonArray array = new JsonArray();
        list.forEach(array::add);
        return array;
    }

    private static List<String> list(JsonArray array) {
        return array.asList().stream().map(JsonElement::getAsString).toList();
    }
}
