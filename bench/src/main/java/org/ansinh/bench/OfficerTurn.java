package org.ansinh.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.ansinh.bench.OfficeDay.Tally;

/**
 * What an officer does between two cups of tea, page after page with pauses: looks at the work of the day, searches, opens people and
 * households, records what a paper says, drafts a decision from a list; a chair signs what was drafted.
 */
final class OfficerTurn {

    private static final int ERROR = 400;
    private static final int LEAST_PAUSE = 5_000;
    private static final int MOST_PAUSE = 15_000;
    private static final Pattern PERSON = Pattern.compile("href=\"/people/(\\d+)\"");
    private static final Pattern HOUSEHOLD = Pattern.compile("href=\"/households/(\\d+)\"");
    private static final Pattern WITHOUT_DECISION =
            Pattern.compile("href=\"(/lists/show\\?[^\"]*kind=WITHOUT_DECISION[^\"]*)\"");
    private static final Pattern SUBJECT = Pattern.compile("name=\"subject\" value=\"(\\d+)\"");
    private static final Pattern DRAFT = Pattern.compile("name=\"decision\" value=\"(\\d+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    private final Visitor visitor;
    private final Staff.Member officer;
    private final Random random;
    private final Tally tally;
    private long until;

    OfficerTurn(Visitor visitor, Staff.Member officer, Random random, Tally tally) {
        this.visitor = visitor;
        this.officer = officer;
        this.random = random;
        this.tally = tally;
    }

    /** Works until a moment of {@link System#nanoTime}. */
    void workUntil(long moment) throws IOException, InterruptedException {
        until = moment;
        Thread.sleep(random.nextInt(MOST_PAUSE));
        while (!isOver()) {
            turn();
        }
    }

    private boolean isOver() {
        return System.nanoTime() >= until;
    }

    private void turn() throws IOException, InterruptedException {
        var _ = opened("work of the day", "/today");
        var found = opened(
                "search", "/search?q=" + URLEncoder.encode(OfficersAtWork.words(random), StandardCharsets.UTF_8));
        var people = WebForm.all(PERSON, found);
        if (people.isEmpty() || isOver()) {
            return;
        }
        var person = one(people);
        var file = opened("person", "/people/" + person);
        var homes = WebForm.all(HOUSEHOLD, file);
        if (!homes.isEmpty() && !isOver()) {
            var _ = opened("household", "/households/" + one(homes));
        }
        if (isOver()) {
            return;
        }
        if (officer.chairs()) {
            sign();
        } else if (random.nextBoolean()) {
            record(person);
        } else {
            draft();
        }
    }

    /** A pension that somebody draws, with its paper; what it alters is looked at first. */
    private void record(String person) throws IOException, InterruptedException {
        var address = "/changes/fact?person=" + person + "&fact=person.monthly_pension";
        var page = opened("record: form", address);
        if (!page.contains("name=\"onceKey\"")) {
            return;
        }
        var form = WebForm.of(page, "/changes/fact")
                .with(Map.of(
                        "person.monthly_pension", Integer.toString(1_000_000 + random.nextInt(4_000) * 1_000),
                        "from", "1/10/2026",
                        "document", random.nextInt(10_000) + "/BHXH",
                        "received_on", "15/10/2026",
                        "source", "social_insurance"));
        var looked = done(
                "record: look",
                () -> visitor.look(form.action().replace("/changes/fact?", "/changes/fact/look?"), form.fields()));
        var seen = WebForm.all(SEEN, looked);
        if (seen.isEmpty()) {
            tally.refused.incrementAndGet();
            return;
        }
        var sent = form.with(Map.of("seen", seen.getFirst()));
        var recorded = done("record: record", () -> visitor.post(sent.action(), sent.fields()));
        count(recorded, tally.recorded);
    }

    private void draft() throws IOException, InterruptedException {
        var lists = WebForm.all(WITHOUT_DECISION, opened("decide: lists", "/lists?month=2026-10"));
        if (lists.isEmpty()) {
            return;
        }
        var page = opened("decide: list", one(lists).replace("&amp;", "&"));
        var subjects = WebForm.all(SUBJECT, page);
        if (subjects.isEmpty()) {
            return;
        }
        var form = WebForm.of(page, "/decisions/draft").with(Map.of("subject", one(subjects)));
        count(done("decide: draft", () -> visitor.post(form.action(), form.fields())), tally.drafted);
    }

    private void sign() throws IOException, InterruptedException {
        var page = opened("decide: drafts", "/decisions/list?state=draft");
        var drafts = WebForm.all(DRAFT, page);
        if (drafts.isEmpty()) {
            return;
        }
        var form = WebForm.of(page, "/decisions/chosen").with(Map.of("decision", one(drafts), "act", "sign"));
        count(done("decide: sign", () -> visitor.post(form.action(), form.fields())), tally.signed);
    }

    private void count(String page, AtomicInteger done) {
        (page.contains("notice-bad") ? tally.refused : done).incrementAndGet();
    }

    private String one(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private interface Request {
        HttpResponse<String> send() throws IOException, InterruptedException;
    }

    private String opened(String kind, String path) throws IOException, InterruptedException {
        return done(kind, () -> visitor.open(path));
    }

    /** The answer with what it led to; then the officer reads it. */
    private String done(String kind, Request request) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var answer = request.send();
        tally.took(kind, System.nanoTime() - began);
        if (answer.statusCode() >= ERROR) {
            tally.wrong.add(answer.uri().getPath() + " " + answer.statusCode());
        }
        Thread.sleep(random.nextInt(LEAST_PAUSE, MOST_PAUSE));
        return answer.body();
    }
}
