package org.plazo.request.web.filter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plazo.request.RegisterSort;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of a list with what it is narrowed to, without what is blank or usual, so that it can be kept and sent on. */
public final class ListAddress {

    /** The parameters that narrow a list, in the order of its form. */
    static final List<String> FILTERS = List.of(
            "text",
            "open",
            "direction",
            "timeliness",
            "authority",
            "crimeArea",
            "handler",
            "lifecycle",
            "age",
            "urgency",
            "outcome",
            "deadline",
            "authorityNot",
            "crimeAreaNot");

    private static final Map<String, String> USUAL =
            Map.of("sort", RegisterSort.DUE.text(), "size", String.valueOf(FilterParameters.USUAL_PAGE), "page", "0");

    private final String path;
    private final Map<String, String> parameters;

    private ListAddress(String path, Map<String, String> parameters) {
        this.path = path;
        this.parameters = parameters;
    }

    public static ListAddress of(String path, Map<String, String> given) {
        ListAddress address = new ListAddress(path, Map.of());
        for (String name : FILTERS) {
            address = address.set(name, given.getOrDefault(name, ""));
        }
        for (String name : List.of("sort", "size", "page")) {
            address = address.set(name, given.getOrDefault(name, ""));
        }
        return address;
    }

    /** The same list narrowed otherwise; from its first page. A blank value takes the parameter out. */
    public ListAddress with(String name, String value) {
        return set("page", "").set(name, value);
    }

    public ListAddress without(String name) {
        return with(name, "");
    }

    /** Another page of it, counted from 0. */
    public ListAddress page(long number) {
        return set("page", String.valueOf(number));
    }

    /** The same rows under another address. */
    public ListAddress at(String otherPath) {
        return new ListAddress(otherPath, parameters).set("page", "").set("size", "");
    }

    /** What is given for a parameter; blank if nothing is. */
    public String value(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** Whether any filter is set. */
    public boolean isNarrowed() {
        return FILTERS.stream().anyMatch(parameters::containsKey);
    }

    private ListAddress set(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        if (value.isBlank() || value.strip().equals(USUAL.get(name))) {
            changed.remove(name);
        } else {
            changed.put(name, value.strip());
        }
        return new ListAddress(path, changed);
    }

    /** What narrows and orders the list, without its page and size; empty if nothing does. */
    public String query() {
        String address = at("").toString();
        return address.substring(Math.min(address.indexOf('?') + 1, address.length()));
    }

    /** Path and query. */
    @Override
    public String toString() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }
}
