package org.ansinh.app.determination.web;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ansinh.app.determination.Masks;
import org.ansinh.app.pages.Writing;
import org.ansinh.rules.determination.OwedPeriod;
import org.ansinh.rules.determination.Standing;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Owing;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Text;
import org.springframework.context.MessageSource;

/** Why a programme answers as it does, in the reader's language: the provisions that are met, why none is, or what must be asked. */
final class ProgrammeWords {

    private static final int MOST = 4;
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern TERM = Pattern.compile("([0-9]{4}-[0-9]{4})-([IV]+)");

    /** The engine's own reasons, which are no programme's. */
    private static final Map<String, Text> OWN = Map.of(
            "not_alive", new Text("Không còn sống, hoặc chưa sinh, vào những ngày này", "Not alive on these days"),
            "no_law_on_this_day", new Text("Chưa có quy định vào những ngày này", "There was no law yet on these days"),
            "no_event",
                    new Text(
                            "Không có sự việc làm phát sinh quyền lợi này vào những ngày này",
                            "Nothing happened on these days that gives this right"),
            "claim_too_late", new Text("Đã quá thời hạn đề nghị", "It was asked for after the time allowed"));

    private static final Text ONE_OF =
            new Text("Chỉ được hưởng một chế độ, mức cao hơn, trong: ", "Only the higher may be received of: ");

    private final LawPack pack;
    private final LawWords words;

    ProgrammeWords(LawPack pack, Masks masks, MessageSource texts, Locale locale) {
        this(new LawWords(pack, masks, texts, locale));
    }

    ProgrammeWords(LawWords words) {
        this.pack = words.pack();
        this.words = words;
    }

    Locale locale() {
        return words.locale();
    }

    String in(Text text) {
        return words.in(text);
    }

    List<String> says(Programme programme, Standing standing) {
        return switch (standing.answer()) {
            case MET -> words.provisions(programme, standing.provisions());
            case NOT_MET -> why(programme, standing);
            case UNDETERMINED -> facts(standing.missing());
        };
    }

    /** Reasons are shown once each: many provisions fail for the same one. */
    List<String> why(Programme programme, Standing standing) {
        var said = new LinkedHashSet<String>();
        for (var code : standing.reasons()) {
            said.add(reason(programme, code));
        }
        return said.stream().limit(MOST).toList();
    }

    private String reason(Programme programme, String code) {
        var text = programme.reasons().get(code);
        if (text != null) {
            return words.in(text.text());
        }
        return pack.exclusive().stream()
                .filter(it -> it.id().equals(code))
                .findFirst()
                .map(it -> words.in(ONE_OF)
                        + it.programmes().stream()
                                .flatMap(id -> pack.programme(id).stream())
                                .map(other -> words.in(other.label()))
                                .collect(Collectors.joining("; ")))
                .or(() -> Optional.ofNullable(OWN.get(code)).map(words::in))
                .orElse(code);
    }

    /** What one line of money stands for: a month, a quarter, the day of an event, a year, a term of a school year. */
    String period(OwedPeriod period) {
        var first = period.first();
        var writing = new Writing(words.locale());
        var name = period.toString();
        if (period.equals(OwedPeriod.month(first)) || period.equals(OwedPeriod.quarterOf(first))) {
            return writing.period(first, period.months());
        }
        if (DAY.matcher(name).matches()) {
            return writing.day(LocalDate.parse(name));
        }
        if (YEAR.matcher(name).matches()) {
            return words.in(new Text("năm " + name, name));
        }
        var term = TERM.matcher(name);
        return term.matches()
                ? words.in(new Text(
                        "học kỳ %s năm học %s".formatted(term.group(2), term.group(1)),
                        "term %s of %s".formatted(term.group(2), term.group(1))))
                : name;
    }

    /** The key of the words for how often the money of a programme comes, and for which stretch its amount is. */
    static String rhythm(Owing owing) {
        if (owing.every().isPresent()) {
            return "EVERY";
        }
        return switch (owing.period()) {
            case TERM, YEAR -> owing.period() + "." + owing.amountPer();
            case EVENT -> owing.isForEverybodyAtOnce() ? "EVENT.DAY" : "EVENT";
            case MONTH, QUARTER, ONCE, STANDING -> owing.period().name();
        };
    }

    List<String> facts(List<String> ids) {
        return ids.stream()
                .map(id -> pack.dictionary()
                        .fact(id)
                        .map(it -> words.in(it.label()))
                        .orElse(id))
                .distinct()
                .toList();
    }
}
