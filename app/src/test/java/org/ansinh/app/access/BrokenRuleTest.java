package org.ansinh.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.DataAccessException;

/** What the database refuses is told to whoever asked by the name of the rule, in one place for all rooms. */
class BrokenRuleTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern RAISED = Pattern.compile("using\\s[^;]*?constraint = '([a-z_]+)'");
    private static final Pattern DEMANDED = Pattern.compile("'([a-z_]+)',\\s*format\\(");
    private static final Pattern CODED = Pattern.compile("errcode = '(AS[0-9]{3})'");

    private static BrokenRule broken(String sql) {
        var trouble = catchThrowableOfType(
                DataAccessException.class,
                () -> database.run(Actor.WORKER, () -> database.jdbc().sql(sql).query(row -> {})));
        return BrokenRule.in(trouble).orElseThrow();
    }

    private static String raise(String using) {
        return "do $$ begin raise exception 'No.' using " + using + "; end $$";
    }

    @Test
    void aRaisedRuleIsKnownByItsNameAndSaysWhatItSpeaksOf() {
        var rule = broken(raise("errcode = '23514', constraint = 'two_officers', detail = '17|Nông Thị Lan'"));
        assertThat(rule.name()).isEqualTo("two_officers");
        assertThat(rule.forbidden()).isFalse();
        assertThat(rule.getArguments()).containsExactly("17", "Nông Thị Lan");
    }

    @Test
    void aBrokenConstraintIsKnownByItsOwnName() {
        var rule = broken("with v(a) as (values (1)) insert into territory.commune (code, kind, name, district, days)"
                + " select 'x', 'Xã', 'X', '', '[2025-07-01,)' from v returning 1");
        assertThat(rule.name()).isEqualTo("commune_code_check");
    }

    @Test
    void whatAnotherAreaMayDoIsForbiddenAndNotAFault() {
        assertThat(broken(raise("errcode = 'AS003'"))).satisfies(it -> {
            assertThat(it.isOutsideArea()).isTrue();
            assertThat(it.forbidden()).isTrue();
            assertThat(it.name()).isEqualTo("AS003");
        });
    }

    @Test
    void aFaultOfTheProgramIsNoRule() {
        var trouble = catchThrowableOfType(
                DataAccessException.class,
                () -> database.run(
                        Actor.WORKER,
                        () -> database.jdbc().sql("select nothing from nowhere").query(row -> {})));
        assertThat(BrokenRule.in(trouble)).isEmpty();
    }

    @Test
    void aRuleWithoutWordsIsToldByItsCodeAndOtherwiseInGeneral() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasenames("messages/access", "messages/casework");
        texts.setDefaultEncoding("UTF-8");
        var vietnamese = Locale.of("vi");
        assertThat(texts.getMessage(new BrokenRule("two_officers", "42501", true, ""), vietnamese))
                .startsWith("Người dự thảo không được ký");
        assertThat(texts.getMessage(new BrokenRule("nobody_worded_this", "42501", true, ""), vietnamese))
                .startsWith("Anh/chị không có quyền");
        assertThat(texts.getMessage(new BrokenRule("nobody_worded_this", "23514", false, ""), vietnamese))
                .startsWith("Việc vừa làm chưa được ghi");
    }

    @Test
    void everyRuleThatTheDatabaseNamesHasASentence() throws IOException {
        var named = new TreeSet<String>();
        for (var file : files("db/migration", ".sql")) {
            var sql = Files.readString(file);
            Stream.of(RAISED, DEMANDED, CODED)
                    .forEach(it -> it.matcher(sql).results().forEach(found -> named.add("refused." + found.group(1))));
        }
        var worded = new Properties();
        for (var file : files("messages", "_vi.properties")) {
            try (var reader = Files.newBufferedReader(file)) {
                worded.load(reader);
            }
        }
        // A function that names a rule of its own always raises it; the code alone is never what an officer reads.
        named.remove("refused.AS005");
        named.remove("refused.AS011"); // only whoever fills an empty register meets it
        assertThat(worded.stringPropertyNames()).containsAll(named);
        assertThat(named).hasSizeGreaterThan(10);
    }

    private static java.util.List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(RESOURCES.resolve(folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
