package org.keyhopper.central.portal.internal.request;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the list of requests shows.
 *
 * @param text contained in name, id, directory, assignee or note, or in a person of the request; empty for all
 * @param page counts from 1
 */
public record RequestQuery(String text, Filter filter, Sort sort, boolean descending, int page) {

    private static final int ROWS = 25;
    private static final int LONGEST = 200;

    /** Which requests are shown. */
    public enum Filter {
        OPEN,
        APPROVAL,
        PROGRESS,
        COMPLETED,
        ALL;

        boolean contains(RequestRow row) {
            return switch (this) {
                case OPEN -> row.open();
                case APPROVAL -> row.state() == RequestRow.State.APPROVAL;
                case PROGRESS -> row.state() == RequestRow.State.PROGRESS || row.state() == RequestRow.State.UNCLEAR;
                case COMPLETED -> !row.open();
                case ALL -> true;
            };
        }
    }

    /** By what they are sorted. */
    public enum Sort {
        CREATED(Comparator.comparing(RequestRow::created)),
        NAME(Comparator.comparing(RequestRow::name, String.CASE_INSENSITIVE_ORDER)),
        DIRECTORY(Comparator.comparing(RequestRow::directory, String.CASE_INSENSITIVE_ORDER)),
        STATE(Comparator.comparing(RequestRow::state)),
        DUE(Comparator.comparing(RequestRow::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())));

        private final Comparator<RequestRow> order;

        Sort(Comparator<RequestRow> order) {
            this.order = order;
        }
    }

    /** A part of the list, and how many there are for each filter. */
    public record Result(List<RequestRow> rows, List<Count> counts, int total, int page, int pages) {}

    /** How many requests a filter shows. */
    public record Count(Filter filter, int number) {}

    /** Reads the parameters of an address; what is not usable is as if it were missing. */
    public static RequestQuery of(String text, String filter, String sort, String direction, Integer page) {
        String usable = text == null ? "" : text.strip();
        Optional<Sort> by = constant(Sort.values(), sort);
        return new RequestQuery(
                usable.substring(0, Math.min(usable.length(), LONGEST)),
                constant(Filter.values(), filter).orElse(Filter.OPEN),
                by.orElse(Sort.CREATED),
                by.isEmpty() || "down".equals(direction),
                page == null ? 1 : Math.max(1, page));
    }

    static <E extends Enum<E>> Optional<E> constant(E[] constants, String name) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * Selects among all requests.
     *
     * @param withPerson the ids of those with a person whose name contains the text
     */
    public Result select(List<RequestRow> all, Set<String> withPerson) {
        List<RequestRow> matching = all.stream()
                .filter(row -> matches(row) || withPerson.contains(row.id()))
                .toList();
        List<RequestRow> shown = matching.stream()
                .filter(filter::contains)
                .sorted(descending ? sort.order.reversed() : sort.order)
                .toList();
        int pages = Math.max(1, (shown.size() + ROWS - 1) / ROWS);
        int current = Math.min(page, pages);
        List<Count> counts = Arrays.stream(Filter.values())
                .map(each -> new Count(
                        each, (int) matching.stream().filter(each::contains).count()))
                .toList();
        return new Result(
                shown.stream().skip((long) (current - 1) * ROWS).limit(ROWS).toList(),
                counts,
                shown.size(),
                current,
                pages);
    }

    private boolean matches(RequestRow row) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return Stream.of(row.name(), row.id(), row.directory(), row.site(), row.assignee(), row.note())
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Returns the address of the list with another filter. */
    public String filtered(Filter other) {
        return address(other, sort, descending, 1);
    }

    /** Returns the address of the list sorted by this; a second time, in the other direction. */
    public String sortedBy(String column) {
        Sort by = Sort.valueOf(column);
        return address(filter, by, by == sort && !descending, 1);
    }

    /** Returns the address of another page. */
    public String at(Number other) {
        return address(filter, sort, descending, other.intValue());
    }

    private String address(Filter shown, Sort by, boolean down, int number) {
        String parameters = Stream.of(
                        text.isEmpty() ? "" : "q=" + URLEncoder.encode(text, StandardCharsets.UTF_8),
                        "show=" + shown.name().toLowerCase(Locale.ROOT),
                        by == Sort.CREATED && down
                                ? ""
                                : "sort=" + by.name().toLowerCase(Locale.ROOT) + "&order=" + (down ? "down" : "up"),
                        number == 1 ? "" : "page=" + number)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return "/requests?" + parameters;
    }

    /** Returns the value of {@code aria-sort} for a column. */
    public String ariaSort(String column) {
        if (Sort.valueOf(column) != sort) {
            return "none";
        }
        return descending ? "descending" : "ascending";
    }
}
