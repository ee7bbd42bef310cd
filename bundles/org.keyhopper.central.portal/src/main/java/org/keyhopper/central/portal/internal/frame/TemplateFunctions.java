package org.keyhopper.central.portal.internal.frame;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What templates use beside the means of the library: texts, numbers and dates in the language of the page. */
public final class TemplateFunctions extends AbstractExtension {

    @Override
    public Map<String, Function> getFunctions() {
        return Map.of("t", new Text());
    }

    @Override
    public Map<String, Filter> getFilters() {
        return Map.of("number", new Number(), "date", new Day(), "moment", new Moment(), "iso", new Iso());
    }

    /** {@code t("key", argument, …)}. */
    private static final class Text implements Function {

        @Override
        public List<String> getArgumentNames() {
            return null;
        }

        @Override
        public Object execute(Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
            List<Object> arguments = new ArrayList<>();
            for (int i = 1; args.containsKey(Integer.toString(i)); i++) {
                arguments.add(args.get(Integer.toString(i)));
            }
            return PageTexts.of(context.getLocale()).get(String.valueOf(args.get("0")), arguments.toArray());
        }
    }

    /** A filter without arguments. */
    private abstract static class Plain implements Filter {

        @Override
        public List<String> getArgumentNames() {
            return null;
        }
    }

    /** A number in the digits of the language. */
    private static final class Number extends Plain {

        @Override
        public Object apply(
                Object input, Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
            return NumberFormat.getInstance(context.getLocale()).format(input);
        }
    }

    /** A LocalDate. */
    private static final class Day extends Plain {

        @Override
        public Object apply(
                Object input, Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(context.getLocale())
                    .format((LocalDate) input);
        }
    }

    /** An Instant in the time zone of the server; a script replaces it by that of the browser. */
    private static final class Moment extends Plain {

        @Override
        public Object apply(
                Object input, Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(context.getLocale())
                    .withZone(ZoneId.systemDefault())
                    .format((Instant) input);
        }
    }

    /** An Instant for programs, in seconds. */
    private static final class Iso extends Plain {

        @Override
        public Object apply(
                Object input, Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
            return ((Instant) input).truncatedTo(ChronoUnit.SECONDS).toString();
        }
    }
}
