package org.ansinh.app.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The acts that a page offers: its forms that write, with what a browser would send, and its ways to record a change. */
final class OfferedForms {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<(input|textarea|button|select)\\b([^>]*)>");
    private static final Pattern OPTION = Pattern.compile("<option\\b[^>]*\\bvalue=\"([^\"]+)\"");
    private static final Pattern CHANGE = Pattern.compile("href=\"(/changes/[a-z-]+\\?[^\"]*)\"");

    private OfferedForms() {}

    /** One form; {@code name} is its address without numbers. */
    record Form(String action, boolean multipart, Map<String, String> fields) {
        String name() {
            return action.replaceAll("\\?.*", "").replaceAll("/[0-9]+", "/N");
        }
    }

    static List<Form> of(String page) {
        var found = new ArrayList<Form>();
        var forms = FORM.matcher(page);
        while (forms.find()) {
            var attributes = forms.group(1);
            // a table of ticks without a button offers nothing
            if (attributes.contains("method=\"post\"") && forms.group(2).contains("<button")) {
                found.add(new Form(
                        attribute(attributes, "action").replace("&amp;", "&"),
                        attributes.contains("multipart/form-data"),
                        fields(forms.group(2))));
            }
        }
        return found;
    }

    /** Links to forms of changes, without whom they are about. */
    static List<String> changes(String page) {
        var found = new ArrayList<String>();
        var links = CHANGE.matcher(page);
        while (links.find()) {
            found.add(links.group(1).replaceAll("\\?.*", ""));
        }
        return found.stream().distinct().toList();
    }

    private static Map<String, String> fields(String body) {
        var fields = new LinkedHashMap<String, String>();
        var tags = FIELD.matcher(body);
        while (tags.find()) {
            var name = attribute(tags.group(2), "name");
            if (!name.isEmpty() && !name.equals("_csrf")) {
                fields.putIfAbsent(name, value(tags.group(1), tags.group(2), body.substring(tags.end())));
            }
        }
        return fields;
    }

    private static String value(String tag, String attributes, String rest) {
        if (tag.equals("select")) {
            var option = OPTION.matcher(rest.substring(0, rest.indexOf("</select>")));
            return option.find() ? option.group(1) : "";
        }
        var value = attribute(attributes, "value");
        if (!value.isEmpty()) {
            return value;
        }
        return attributes.contains("type=\"date\"") ? "2026-11-01" : "Đã đọc toàn văn và đối chiếu";
    }

    private static String attribute(String attributes, String name) {
        var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? found.group(1) : "";
    }
}
