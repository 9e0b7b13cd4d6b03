package org.ansinh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenPackTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    pack.yaml                        | id: test-law                     | id:<TAB>test-law                   | the line has a tab
                    pack.yaml                        | version: 1.0.0                   | version: 1.0.0~version: 2       | written twice
                    pack.yaml                        | jurisdiction                     | jurisdicton                     | did you mean jurisdiction?
                    dictionary/all.yaml              | type: bool, when                 | type: boool, when               | did you mean bool?
                    dictionary/all.yaml              | range: {min: 0, max: 100000000}, | ^^                              | 'range' is missing
                    parameters/figures.yaml          | , certainty: secondary           | ^^                              | 'certainty' is missing
                    parameters/figures.yaml          | basis: {instrument: 1/2021/NĐ-CP, article: 5}, | ^^ | 'basis' is missing
                    parameters/figures.yaml          | from: 2026-07-01, value: 540000  | from: 2020-07-01, value: 540000 | oldest first
                    parameters/figures.yaml          | from: 2021-01-01, value: 64282   | from: 2021-02-01, value: 64282  | power.amount has no value on 2021-01-01
                    programmes/pension/rules.yaml    | person.monthly_pension <         | person.monthly_penson <         | did you mean person.monthly_pension?
                    programmes/pension/rules.yaml    | >= pension.age                   | >= pension.ages                 | did you mean pension.age?
                    programmes/pension/rules.yaml    | >= pension.age                   | >= 75                           | make it a parameter
                    programmes/pension/rules.yaml    | >= pension.age                   | >= pension.rate                 | int and dong cannot be compared
                    programmes/pension/rules.yaml    | else: has_pension                | else: has_pensoin               | did you mean has_pension?
                    programmes/pension/rules.yaml    | amount: pension.rate             | amount: pension.age             | expected an amount
                    programmes/allowance/rules.yaml  | disability.severe, else          | disability.sever, else          | did you mean disability.severe?
                    programmes/allowance/rules.yaml  | instrument: 1/2021/NĐ-CP, article: 4, point: a | instrument: 1/2012/NĐ-CP | did you mean 1/2021/NĐ-CP?
                    programmes/allowance/rules.yaml  | when: person.alone,              | when: "receives(person, programmes.allowance)", | lead back to themselves: allowance → allowance
                    programmes/pension/reasons.yaml  | , en: Too young                  | ^^                              | 'en' is missing
                    """)
    void isRefusedWithThePlaceAndWhatWasProbablyMeant(String file, String is, String becomes, String told)
            throws IOException {
        copy();
        var path = folder.resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(is);
        Files.writeString(path, text.replace(is, becomes.replace("<TAB>", "\t").replace("~", "\n")));

        var checked = Law.check(folder);

        assertThat(checked.law()).isEmpty();
        assertThat(checked.problems()).anySatisfy(it -> {
            assertThat(it.message()).contains(told);
            assertThat(it.place().file()).isNotEmpty();
        });
    }

    @Test
    void theColumnPointsAtTheWordInsideTheExpression() throws IOException {
        copy();
        var path = folder.resolve("programmes/pension/rules.yaml");
        var text = Files.readString(path).replace(">= pension.age", ">= pension.ages");
        Files.writeString(path, text);
        var line = text.lines()
                .filter(it -> it.contains("pension.ages"))
                .findFirst()
                .orElseThrow();

        var problem = Law.check(folder).problems().getFirst();

        assertThat(line.substring(problem.place().column() - 1)).startsWith(".ages");
    }

    private void copy() throws IOException {
        try (var files = Files.walk(LawTest.PACK)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = folder.resolve(LawTest.PACK.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }
}
