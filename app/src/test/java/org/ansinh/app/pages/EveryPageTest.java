package org.ansinh.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ansinh.app.access.StaffDesk;
import org.ansinh.app.pages.Chromium.Screen;
import org.ansinh.app.pages.EveryPage.Asking;
import org.ansinh.app.pages.PageReader.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Every page the house has, as every role finds it and as whoever has not signed in, in both languages. Pages are found in the house's own mappings, so that a new one is
 * visited the day it is written. Every reader asks for every page and what it says is read; it is drawn, on both screens, where it has a shape that was not looked at before.
 */
class EveryPageTest {

    private static final String NOBODY = "nobody";
    private static final int OK = 200;
    private static final int BAD = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int FAULT = 500;

    /** What nobody's address or form should say, and sometimes does. */
    private static final List<String> NONSENSE = List.of(
            "x",
            "0",
            "-1",
            "2147483647",
            "99999999999999999999",
            "2026-13",
            "0000-01-01",
            "a\0b",
            "'\"><b>%&",
            "ầ".repeat(300));

    /** Of no commune alone. */
    private static final Set<String> OF_ALL = Set.of("/months/work/{job}", "/style/work", "/budgets/allotments/{id}");

    private static final Pattern UNRESOLVED = Pattern.compile("\\?\\?[\\w.@-]+\\?\\?|\\{[0-9]}");

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static SmallProvince province;
    private static EveryPage pages;
    private static final Map<String, Set<String>> LOOKED_AT = new HashMap<>();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void anOctoberWithSomethingOnEveryPage() {
        province = new SmallProvince(folder);
        pages = new EveryPage(province.context());
    }

    @AfterAll
    static void close() {
        province.close();
    }

    static Stream<String> readers() {
        return Stream.concat(Stream.of(NOBODY), StaffDesk.ROLES.stream());
    }

    @Test
    void eachPageThatAsksForMoreThanItsAddressIsTold() {
        assertThat(pages.untold(province.told()))
                .as("pages that no test visits, for nobody says what stands for their variables")
                .isEmpty();
        assertThat(pages.gone(province.told())).as("pages that are gone").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void everyPageIsFineForItsReader(String reader) {
        var faults = new TreeSet<String>();
        try (var visitor = visitor(reader)) {
            pages.pages()
                    .forEach(page -> province.addresses(page).forEach(path -> {
                        Consumer<String> fault = it -> faults.add("%s as %s: %s".formatted(path, reader, it));
                        var vietnamese = visitor.get(with(path, "lang", "vi"));
                        isSound(vietnamese, fault);
                        var english = visitor.get(with(path, "lang", "en"));
                        isSound(english, it -> fault.accept("in English: " + it));
                        vietnameseLeft(english).forEach(it -> fault.accept("in English: " + it));
                        if (isNew(page, vietnamese)) {
                            look(visitor, path, fault);
                        }
                    }));
        }
        assertThat(faults).isEmpty();
    }

    /** No fault; and where something is refused, a sentence. */
    private static void isSound(Answer it, Consumer<String> fault) {
        if (it.status() >= FAULT) {
            fault.accept("a fault of the house, " + it.status());
        } else if (it.status() >= BAD && (it.heading().isEmpty() || it.lead().length() < 20)) {
            fault.accept("refused without a sentence, " + it.status());
        }
        it.texts().stream()
                .filter(text -> UNRESOLVED.matcher(text.words()).find())
                .forEach(text -> fault.accept("a text without words: " + text.words()));
    }

    /** Whether the page has a shape that nobody looked at; what was led elsewhere is looked at there. */
    private static boolean isNew(Asking page, Answer answer) {
        var place = answer.status() == OK ? page.mapping() : "refused " + answer.status();
        return answer.page()
                && !answer.redirected()
                && LOOKED_AT.computeIfAbsent(place, it -> new HashSet<>()).addAll(answer.shapes());
    }

    private static void look(PageReader visitor, String path, Consumer<String> fault) {
        var page = visitor.open(with(path, "lang", "vi"));
        chromium.weight(page).ifPresent(fault);
        for (var screen : Screen.values()) {
            chromium.on(page, screen);
            chromium.tooWide(page).ifPresent(it -> fault.accept(it + " on a " + screen));
        }
        visitor.thin();
        for (var screen : Screen.values()) {
            chromium.on(page, screen);
            chromium.barriers(page).forEach(it -> fault.accept(it + " on a " + screen));
        }
        visitor.open(with(path, "lang", "en"));
        for (var screen : Screen.values()) {
            chromium.on(page, screen);
            chromium.tooWide(page).ifPresent(it -> fault.accept(it + " in English on a " + screen));
        }
        chromium.complaints().forEach(it -> fault.accept("the browser complained: " + it));
    }

    /** A number that is none, a month that never was, a code of nothing, text where a number belongs: in each part of each address. */
    @Test
    void anAddressThatMakesNoSenseIsAnsweredWithASentence() {
        var faults = new TreeSet<String>();
        var readers = new Readers();
        pages.readings().forEach(page -> {
            var addresses = province.addresses(page);
            var whole = addresses.isEmpty() ? page.with("1") : addresses.getFirst();
            var reader = readers.whoMay(it -> it.get(whole));
            var asked = new ArrayList<String>();
            if (page.hasVariables()) {
                numbers().map(page::with).forEach(asked::add);
            }
            page.parameters().forEach(name -> {
                asked.add(without(whole, name));
                NONSENSE.forEach(value -> asked.add(with(whole, name, value)));
            });
            asked.forEach(path -> isSound(
                    reader.get(path),
                    it -> faults.add("%s: %s".formatted(path.substring(0, Math.min(200, path.length())), it))));
        });
        readers.close();
        assertThat(faults).isEmpty();
    }

    /** The same in every form: nothing filled in, or nonsense in every field; and for what is not there. */
    @Test
    void aFormThatMakesNoSenseIsAnsweredWithASentence() {
        var faults = new TreeSet<String>();
        var readers = new Readers();
        pages.acts().forEach(act -> {
            Consumer<String> fault = it -> faults.add(act.mapping() + ": " + it);
            var nowhere = act.with("999999999");
            var reader = readers.whoMay(it -> it.post(nowhere, Map.of()));
            numbers().map(act::with).distinct().forEach(it -> isSound(reader.post(it, Map.of()), fault));
            NONSENSE.forEach(value -> {
                var filled = new HashMap<String, String>();
                act.parameters().forEach(name -> filled.put(name, value));
                isSound(reader.post(nowhere, filled), it -> fault.accept("each is '%s': %s".formatted(value, it)));
            });
        });
        readers.close();
        assertThat(faults).isEmpty();
    }

    /** What may stand in a path. */
    private static Stream<String> numbers() {
        return NONSENSE.stream().filter(it -> it.matches("[\\w-]+"));
    }

    /** What an address names in another commune is not there, or not for whoever asks. */
    @Test
    void whatIsOfAnotherCommuneIsNotThere() {
        var faults = new TreeSet<String>();
        try (var neighbour = visitor(SmallProvince.neighbour())) {
            pages.readings()
                    .filter(Asking::hasVariables)
                    .filter(it -> !OF_ALL.contains(it.mapping()))
                    .flatMap(it -> province.addresses(it).stream())
                    .forEach(path -> {
                        var answer = neighbour.get(path);
                        isSound(answer, it -> faults.add(path + ": " + it));
                        if (answer.status() != NOT_FOUND && answer.status() != FORBIDDEN) {
                            faults.add("%s: %d".formatted(path, answer.status()));
                        }
                    });
        }
        assertThat(faults).isEmpty();
    }

    /** Readers of every role; whoever may asks, for the others are refused before anything is understood. */
    private static final class Readers {

        private final Map<String, PageReader> open = new HashMap<>();

        PageReader whoMay(Function<PageReader, Answer> ask) {
            return StaffDesk.ROLES.stream()
                    .map(role -> open.computeIfAbsent(role, EveryPageTest::visitor))
                    .filter(it -> ask.apply(it).status() != FORBIDDEN)
                    .findFirst()
                    .orElseThrow();
        }

        void close() {
            open.values().forEach(PageReader::close);
        }
    }

    private static PageReader visitor(String reader) {
        var visitor = new PageReader(chromium, province.address());
        if (!reader.equals(NOBODY)) {
            visitor.signIn(SmallProvince.login(reader), SmallProvince.PASSWORD);
        }
        return visitor;
    }

    private static String without(String path, String parameter) {
        return UriComponentsBuilder.fromUriString(path)
                .replaceQueryParam(parameter)
                .build()
                .toUriString();
    }

    private static String with(String path, String parameter, String value) {
        return UriComponentsBuilder.fromUriString(path)
                .replaceQueryParam(parameter, URLEncoder.encode(value, StandardCharsets.UTF_8))
                .build()
                .toUriString();
    }

    private static final Pattern LOWER_CASE_WORD = Pattern.compile("(?<![\\p{L}\\p{N}/-])\\p{Ll}[\\p{L}]*");

    /** Terms of law that English labels quote, where no element could say so (an option has no parts), and the beginning of names. */
    private static final Pattern QUOTED = Pattern.compile("\\(cử tuyển\\)|“Tổ quốc ghi công”|Tổ dân phố");

    private static final Pattern TONE =
            Pattern.compile("[ăâđêôơưàảãạáằẳẵặắầẩẫậấèẻẽẹéềểễệếìỉĩịíòỏõọóồổỗộốờởỡợớùủũụúừửữựứỳỷỹỵý]");

    /** A passage in another language says so; names do not, and are written with a capital. */
    private static List<String> vietnameseLeft(Answer answer) {
        return answer.texts().stream()
                .filter(it -> it.language().equals("en"))
                .map(PageReader.Text::words)
                .filter(EveryPageTest::isVietnamese)
                .toList();
    }

    private static boolean isVietnamese(String text) {
        return LOWER_CASE_WORD
                .matcher(QUOTED.matcher(text).replaceAll(""))
                .results()
                .map(it -> it.group().toLowerCase(Locale.ROOT))
                .anyMatch(it -> !it.equals("đ")
                        && !it.equals("đồng")
                        && TONE.matcher(it).find());
    }
}
