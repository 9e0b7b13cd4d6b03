package org.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void aDemonstrationStandsOnItsOwnDay() {
        var options = Options.of(List.of("demo"));
        assertThat(options.today()).isEqualTo(LocalDate.of(2026, 10, 20));
        assertThat(options.port()).isEqualTo(8080);
    }

    @Test
    void theRealServerStandsOnNoFixedDay() {
        assertThat(Options.of(List.of("start")).today()).isNull();
    }

    @Test
    void everyOptionIsHeard() {
        var options = Options.of(List.of(
                "demo",
                "--people",
                "20000",
                "--today",
                "2026-11-02",
                "--port",
                "9090",
                "--data",
                "elsewhere",
                "--seed",
                "7"));
        assertThat(options.people()).isEqualTo(20_000);
        assertThat(options.today()).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(options.port()).isEqualTo(9090);
        assertThat(options.data()).isEqualTo(Path.of("elsewhere"));
        assertThat(options.seed()).isEqualTo(7);
    }

    @Test
    void officialTextsForTheHolesOfTheLawAreNamedOneByOne() {
        assertThat(Options.of(List.of("start", "--fill", "/srv/decree-58", "--fill", "/srv/points"))
                        .fillings())
                .containsExactly(Path.of("/srv/decree-58"), Path.of("/srv/points"));
        assertThatThrownBy(() -> Options.of(List.of("backup", "--fill", "/srv/decree-58", "x")))
                .hasMessageContaining("--fill is for start and demo only");
    }

    @Test
    void whatIsNotUnderstoodIsAnsweredWithWhatWouldBe() {
        assertThatThrownBy(() -> Options.of(List.of("demo", "--people", "many")))
                .hasMessageContaining("--people cần một số nguyên, không phải «many»")
                .hasMessageContaining("--people needs a whole number, not 'many'");
        assertThatThrownBy(() -> Options.of(List.of("demo", "--today", "20/10/2026")))
                .hasMessageContaining("a day such as 2026-10-20, not '20/10/2026'");
        assertThatThrownBy(() -> Options.of(List.of("demo", "--today", "2019-01-01")))
                .hasMessageContaining("between 2026-02-01");
        assertThatThrownBy(() -> Options.of(List.of("demo", "--port", "70000"))).hasMessageContaining("0 and 65535");
        assertThatThrownBy(() -> Options.of(List.of("start", "--data"))).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> Options.of(List.of("start", "--wheels", "4")))
                .hasMessageContaining("There is no option --wheels");
        assertThatThrownBy(() -> Options.of(List.of("demo", "tomorrow")))
                .hasMessageContaining("'tomorrow' after demo means nothing");
    }

    @Test
    void aRealServerTakesNeitherAnInventedDayNorInventedPeople() {
        assertThatThrownBy(() -> Options.of(List.of("start", "--today", "2026-10-20")))
                .hasMessageContaining("--today is for demo only");
        assertThatThrownBy(() -> Options.of(List.of("start", "--people=3000")))
                .hasMessageContaining("--people is for demo only");
    }

    @Test
    void anOptionAndItsValueMayBeOneWord() {
        assertThat(Options.of(List.of("demo", "--people=3000", "--data=/tmp/a=b"))
                        .data())
                .isEqualTo(Path.of("/tmp/a=b"));
    }
}
