package org.ansinh.app.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where one stands in a long list: which page, in which order, found by what. Makes the links to other pages and orders,
 * so that paging and sorting work without script.
 *
 * @param query the words and choices that found the list, kept from page to page
 * @param page the first is 1
 */
public record Listing(
        String path, Map<String, String> query, String sort, boolean descending, int page, int pageSize, long total) {

    public Listing {
        query = Map.copyOf(query);
        if (page < 1 || pageSize < 1) {
            throw new IllegalArgumentException(
                    "A list has no page %d of %d rows; pages count from 1.".formatted(page, pageSize));
        }
    }

    public long pages() {
        return Math.max(1, (total + pageSize - 1) / pageSize);
    }

    public long first() {
        return total == 0 ? 0 : (page - 1L) * pageSize + 1;
    }

    public long last() {
        return Math.min(total, (long) page * pageSize);
    }

    public boolean hasBefore() {
        return page > 1;
    }

    public boolean hasAfter() {
        return page < pages();
    }

    public boolean isLong() {
        return total > pageSize;
    }

    public String hrefPage(long other) {
        return href(sort, descending, other);
    }

    /** A second click on the same heading turns the order round. */
    public String hrefSorted(String key) {
        return href(key, key.equals(sort) && !descending, 1);
    }

    /** The value of {@code aria-sort} for a heading. */
    public String order(String key) {
        if (!key.equals(sort)) {
            return "none";
        }
        return descending ? "descending" : "ascending";
    }

    private String href(String sortKey, boolean down, long toPage) {
        var all = new LinkedHashMap<String, String>();
        query.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> all.put(e.getKey(), e.getValue()));
        if (!sortKey.isEmpty()) {
            all.put("sort", (down ? "-" : "") + sortKey);
        }
        if (toPage > 1) {
            all.put("page", Long.toString(toPage));
        }
        if (all.isEmpty()) {
            return path;
        }
        return path
                + all.entrySet().stream()
                        .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
