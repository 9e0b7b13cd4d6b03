package org.ansinh.rules.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.rules.Law;
import org.ansinh.rules.cases.Cases;
import org.ansinh.rules.delta.PackDiff;
import org.ansinh.rules.determination.Determination;
import org.ansinh.rules.determination.NearMiss;
import org.ansinh.rules.determination.ReasonJson;
import org.ansinh.rules.determination.ReasonSentences;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.kernels.LawKernels;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.Problem;
import org.ansinh.rules.pack.Problems;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Spelling;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.timeline.DateRange;

/** {@code ./ansinh law check | test | ask | diff | simulate}: for the jurist, without a server and without a database. */
public final class LawCommand {

    private static final String USAGE = """
            ./ansinh law check    [DIR]            read and check a law pack
            ./ansinh law test     [DIR]            run the cases of a law pack
            ./ansinh law ask      [DIR] FACTS.yaml --from M --to M [--of PROGRAMME…] [--known-at M] [--json] [--en]
                                                   what the law says of some facts, as they were known then
            ./ansinh law diff     OLD NEW          what one law says that the other does not
            ./ansinh law simulate [DIR] DRAFT… --people FILE… --from M --to M [--signed] [--csv | --json] [--en]
                                                   what drafts of law would change for these people
            ./ansinh law columns  [DIR] FILE… --month M [--out FOLDER]
                                                   these people, and what the law says of them, as Parquet
            ./ansinh law fill     [DIR] FILLING… --to NEW
                                                   the law with official texts laid into its holes, checked and written
            M is a month (2025-08) or a day (2025-08-20), both ends included.""";

    private final PrintStream out;

    private LawCommand(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    /** The exit code: 0 when all is well, 1 when something is wrong with the law or the facts, 2 when not understood. */
    public static int run(String[] arguments, PrintStream out) {
        var command = new LawCommand(out);
        var words = List.of(arguments);
        if (words.size() >= 2 && words.get(0).equals("check")) {
            return command.check(Path.of(words.get(1)));
        }
        if (words.size() >= 2 && words.get(0).equals("test")) {
            return command.test(Path.of(words.get(1)));
        }
        if (words.size() == 3 && words.get(0).equals("diff")) {
            return command.diff(Path.of(words.get(1)), Path.of(words.get(2)));
        }
        try {
            if (words.size() >= 3 && words.get(0).equals("ask")) {
                return command.ask(Path.of(words.get(1)), words.subList(2, words.size()));
            }
            if (words.size() >= 3 && words.get(0).equals("fill")) {
                return new FillCommand(out)
                        .run(
                                Path.of(words.get(1)),
                                LawOptions.of(words.subList(2, words.size()), List.of(), List.of("--to")));
            }
            if (words.size() >= 3 && words.get(0).equals("simulate")) {
                return command.simulate(Path.of(words.get(1)), words.subList(2, words.size()));
            }
        } catch (LawOptions.NotUnderstood trouble) {
            out.printf("law %s: %s.%n", words.get(0), trouble.getMessage());
        }
        out.println(USAGE);
        return 2;
    }

    private int check(Path folder) {
        return load(folder)
                .map(law -> {
                    out.printf(
                            "%s %s: %d instruments, %d parameters, %d tables, %d facts, %d programmes; nothing to put right.%n%s%n",
                            law.pack().header().id(),
                            law.pack().header().version(),
                            law.pack().instruments().size(),
                            law.pack().parameters().size(),
                            law.pack().tables().size(),
                            law.pack().dictionary().facts().size(),
                            law.pack().programmes().size(),
                            law.hash());
                    unverified(law);
                    holes(law);
                    lacking(law);
                    slower(law);
                    return 0;
                })
                .orElse(1);
    }

    /** What may be shown and simulated but not paid until a named jurist releases it. */
    private void unverified(Law law) {
        var unverified = law.unverified();
        unverified.forEach(it -> out.printf(
                "unverified %s (%s): %s [%s]%n",
                it.what(), it.certainty().word(), it.label().vi(), it.basis().cited(Language.VI)));
        out.printf(
                "%d unverified; nothing that rests on them is paid until a jurist releases them.%n", unverified.size());
    }

    /** What the law is known to say somewhere that nobody of this pack has read. */
    private void holes(Law law) {
        var holes = law.pack().holes();
        holes.forEach(it -> out.printf(
                "hole %s.%s (%s – %s): %s [%s]%n",
                it.programme().id(),
                it.provision().id(),
                it.provision().days().from(),
                it.provision().days().isOpenEnded()
                        ? "…"
                        : it.provision().days().to(),
                it.says().vi(),
                it.provision().basis().cited(Language.VI)));
        out.printf("%d hole(s); who falls into one is undetermined until the text is loaded.%n", holes.size());
    }

    /** What is known to belong to the working of a programme and was not read. */
    private void lacking(Law law) {
        var unread = law.pack().lacking().stream()
                .filter(it -> it.lack().why() == Programme.Lack.Why.NOT_FOUND)
                .toList();
        unread.forEach(it -> out.printf(
                "unread %s.%s: %s%n",
                it.programme().id(),
                it.lack().about().name().toLowerCase(java.util.Locale.ROOT),
                it.lack().says().vi()));
        out.printf("%d thing(s) about the working of files not read.%n", unread.size());
        var unworded = law.pack().unworded();
        unworded.forEach(it -> out.printf(
                "unworded %s, form %s: %s%n",
                it.programme().id(), it.form().code(), it.form().label().vi()));
        out.printf("%d official form(s) without their wording; they are not printed.%n", unworded.size());
    }

    /** What runs over everybody cannot carry out sixty-four people at a time. */
    private void slower(Law law) {
        var slower = LawKernels.of(law.determiner().forms()).slower();
        slower.forEach(it -> out.printf(
                "slower %s%s, because %s%n",
                it.programme(),
                it.explained() ? ": left to the explaining evaluator" : "/" + it.provision() + ": person by person",
                it.why()));
        long explained = slower.stream().filter(LawKernels.Slower::explained).count();
        out.printf(
                "%d of %d programmes run as kernels.%n",
                law.pack().programmes().size() - explained,
                law.pack().programmes().size());
    }

    private int diff(Path before, Path after) {
        var old = load(before);
        var now = load(after);
        if (old.isEmpty() || now.isEmpty()) {
            return 1;
        }
        var changes = PackDiff.between(old.get().pack(), now.get().pack());
        changes.forEach(out::println);
        out.printf("%d difference(s).%n", changes.size());
        return 0;
    }

    private Optional<Law> load(Path folder) {
        var checked = Law.check(folder);
        print(checked.problems());
        return checked.law();
    }

    private void print(List<Problem> problems) {
        problems.forEach(out::println);
        if (!problems.isEmpty()) {
            out.printf("%d thing(s) to put right.%n", problems.size());
        }
    }

    private int test(Path folder) {
        var law = load(folder);
        if (law.isEmpty()) {
            return 1;
        }
        var report = Cases.run(folder, law.get().pack(), law.get().determiner());
        print(report.failures());
        report.neverMet().forEach(it -> out.println("no case meets " + it));
        report.neverRefused().forEach(it -> out.println("no case is refused by " + it));
        report.reaches().stream()
                .filter(it -> !it.wanting().isEmpty())
                .forEach(it -> out.printf("cases of %s: %s%n", it.programme(), String.join("; ", it.wanting())));
        out.printf(
                "%d case(s), %d failure(s).%n",
                report.cases(), report.failures().size());
        return report.failures().isEmpty() ? 0 : 1;
    }

    private int simulate(Path folder, List<String> words) {
        var options = LawOptions.of(
                words, List.of("--signed", "--csv", "--json", "--en"), List.of("--people", "--from", "--to"));
        return load(folder)
                .map(it -> new SimulateCommand(out, language(options)).run(it, folder, options))
                .orElse(1);
    }

    private static Language language(LawOptions options) {
        return options.has("--en") ? Language.EN : Language.VI;
    }

    private int ask(Path folder, List<String> words) {
        var options = LawOptions.of(words, List.of("--json", "--en"), List.of("--from", "--to", "--known-at", "--of"));
        var days = options.days();
        var knownAt = options.knownAt().orElse(DateRange.LAST_DAY);
        if (options.others().size() != 1) {
            throw new LawOptions.NotUnderstood("expected one file of facts, found " + options.others());
        }
        var file = options.others().getFirst();
        var law = load(folder);
        if (law.isEmpty()) {
            return 1;
        }
        var of = options.words("--of");
        for (var programme : of) {
            if (law.get().pack().programme(programme).isEmpty()) {
                var known = law.get().pack().programmes().keySet();
                throw new LawOptions.NotUnderstood(
                        "no programme is called '%s'%s".formatted(programme, Spelling.suggestion(programme, known)));
            }
        }
        var covers = law.get().pack().header().coversFrom();
        if (days.to().isBefore(covers)) {
            out.printf("The pack covers days from %s; of those asked about it says nothing.%n", covers);
            return 1;
        }
        var problems = new Problems();
        var asked = text(file).flatMap(it -> Cases.knownAt(knownAt, law.get().pack(), file.toString(), it, problems));
        print(problems.sorted());
        if (asked.isEmpty()) {
            return 1;
        }
        if (days.from().isBefore(covers) && !options.has("--json")) {
            out.printf("The pack covers days from %s; of earlier ones it says nothing.%n", covers);
        }
        answers(law.get(), asked.get(), days, options);
        return 0;
    }

    private void answers(Law law, Cases.Asked asked, DateRange days, LawOptions options) {
        var of = options.words("--of");
        asked.names().entrySet().stream()
                .filter(it -> it.getValue().kind() != SubjectKind.VILLAGE)
                .sorted(Map.Entry.comparingByKey())
                .forEach(it -> {
                    var facts = asked.facts();
                    var answer = of(of, law.determiner().determine(facts, it.getValue(), days));
                    if (!of.isEmpty() && answer.outcomes().isEmpty()) {
                        return;
                    }
                    var near = nearMisses(law, facts, answer);
                    out.println(
                            options.has("--json")
                                    ? ReasonJson.of(answer, near)
                                    : sentences(law, it.getKey(), answer, near, language(options)));
                });
    }

    /** The answers of the programmes that were named; of all of them when none was. */
    private static Determination of(List<String> programmes, Determination answer) {
        return programmes.isEmpty()
                ? answer
                : new Determination(
                        answer.packHash(),
                        answer.subject(),
                        answer.days(),
                        answer.outcomes().stream()
                                .filter(it -> programmes.contains(it.programme()))
                                .toList());
    }

    private static List<NearMiss> nearMisses(Law law, FactBook facts, Determination answer) {
        return answer.outcomes().stream()
                .flatMap(it ->
                        law
                                .determiner()
                                .nearMisses(
                                        facts,
                                        answer.subject(),
                                        it.programme(),
                                        answer.days().to())
                                .stream())
                .toList();
    }

    private static String sentences(
            Law law, String name, Determination answer, List<NearMiss> near, Language language) {
        var told = new StringBuilder(name + "\n" + ReasonSentences.of(law.pack(), answer, language));
        if (!near.isEmpty()) {
            told.append("\n  ").append(language == Language.VI ? "Gần đủ điều kiện" : "Not far from");
            near.forEach(it -> told.append("\n    ").append(ReasonSentences.of(law.pack(), it, language)));
        }
        return told.toString();
    }

    private Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException unreadable) {
            out.printf("%s cannot be read (%s); give the path of a UTF-8 file.%n", file, unreadable.getMessage());
            return Optional.empty();
        }
    }
}
