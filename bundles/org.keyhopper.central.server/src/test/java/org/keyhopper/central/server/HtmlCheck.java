package org.keyhopper.central.server;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is not valid in a page of HTML: elements that are not closed or nested wrongly, ids given twice, labels without a field. */
final class HtmlCheck {

    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\\s+[-a-zA-Z:]+(?:=\"[^\"<]*\")?)*)\\s*(/?)>");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
    private static final Pattern REFERENCE =
            Pattern.compile("\\s(?:for|aria-labelledby|popovertarget|data-into)=\"([^\"]*)\"");
    private static final Set<String> VOID = Set.of("meta", "link", "img", "input", "br", "hr", "col");
    private static final Set<String> NOT_IN_P =
            Set.of("p", "ul", "ol", "dl", "div", "table", "form", "section", "h1", "h2");

    private HtmlCheck() {}

    static List<String> faults(String page) {
        List<String> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> references = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        String text = page.replaceFirst("^<!DOCTYPE html>", "");
        Matcher tag = TAG.matcher(text);
        int end = 0;
        while (tag.find()) {
            if (text.substring(end, tag.start()).indexOf('<') >= 0) {
                faults.add("not a tag: " + text.substring(end, tag.end()));
            }
            end = tag.end();
            String name = tag.group(2);
            if (!tag.group(1).isEmpty()) {
                String last = open.isEmpty() ? "" : open.pop();
                if (!last.equals(name)) {
                    faults.add("</" + name + "> ends <" + last + ">");
                }
                continue;
            }
            if (NOT_IN_P.contains(name) && open.contains("p")) {
                faults.add("<" + name + "> in <p>");
            }
            Matcher id = ID.matcher(tag.group(3));
            if (id.find() && !ids.add(id.group(1))) {
                faults.add("id twice: " + id.group(1));
            }
            Matcher reference = REFERENCE.matcher(tag.group(3));
            while (reference.find()) {
                references.add(reference.group(1));
            }
            if (!VOID.contains(name) && tag.group(4).isEmpty()) {
                open.push(name);
            }
        }
        open.forEach(name -> faults.add("<" + name + "> is not closed"));
        references.removeAll(ids);
        references.forEach(missing -> faults.add("no element has the id " + missing));
        return faults;
    }
}
