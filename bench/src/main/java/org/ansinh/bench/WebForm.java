package org.ansinh.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form of a page as a browser would send it when nothing is touched: where it goes and what its fields hold. */
record WebForm(String action, Map<String, String> fields) {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*)>");
    private static final Pattern CHOICE = Pattern.compile("<select\\b([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern CHOSEN = Pattern.compile("<option\\b([^>]*\\bselected\\b[^>]*)>");
    private static final Pattern ACTION = Pattern.compile("\\baction=\"([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final Pattern TICK = Pattern.compile("\\btype=\"(?:checkbox|radio)\"");

    /** The first form of a page that goes where {@code to} says. */
    static WebForm of(String page, String to) throws IOException {
        var forms = FORM.matcher(page);
        while (forms.find()) {
            var action = first(ACTION, forms.group(1));
            if (action.startsWith(to)) {
                return new WebForm(action, fields(forms.group(2)));
            }
        }
        throw new IOException("The page has no form that goes to " + to);
    }

    private static Map<String, String> fields(String inside) {
        var fields = new LinkedHashMap<String, String>();
        var inputs = INPUT.matcher(inside);
        while (inputs.find()) {
            var input = inputs.group(1);
            if (!TICK.matcher(input).find() || input.contains("checked")) {
                fields.put(first(NAME, input), first(VALUE, input));
            }
        }
        var choices = CHOICE.matcher(inside);
        while (choices.find()) {
            var chosen = CHOSEN.matcher(choices.group(2));
            fields.put(first(NAME, choices.group(1)), first(VALUE, chosen.find() ? chosen.group(1) : choices.group(2)));
        }
        fields.remove("");
        return fields;
    }

    /** The same with something filled in. */
    WebForm with(Map<String, String> filled) {
        var fields = new LinkedHashMap<>(this.fields);
        fields.putAll(filled);
        return new WebForm(action, fields);
    }

    /** Every value that boxes or links of a page have, in the order of the page. */
    static List<String> all(Pattern what, String page) {
        var found = new ArrayList<String>();
        var match = what.matcher(page);
        while (match.find()) {
            found.add(match.group(1));
        }
        return found;
    }

    private static String first(Pattern what, String text) {
        Matcher found = what.matcher(text);
        return found.find() ? plain(found.group(1)) : "";
    }

    private static String plain(String text) {
        return text.replace("&amp;", "&").replace("&quot;", "\"").replace("&#39;", "'");
    }
}
