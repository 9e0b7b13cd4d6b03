package org.ansinh.app.registry.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.ansinh.app.access.Actor;
import org.ansinh.app.registry.FilesDesk.Hit;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.store.FileRows;
import org.ansinh.app.testing.TestDatabase;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One box finds anybody of the area, as people type on a keyboard without marks, in a hurry, from a paper. */
class FindingTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static Register register;
    private static Actor lan;

    @BeforeAll
    static void threeHouseholds() {
        register = new Register(database);
        register.lay();
        lan = Actor.officer(database.officer("lan.finding", "commune_officer", Register.THUC_PHAN));
        lives("hoa", "01273-000017", "Nông Thị Hoà", LocalDate.of(1950, 3, 8), "004150000123");
        lives("hoa2", "01273-000018", "Nông Thị Hòa", LocalDate.of(1962, 3, 8), "004162000124");
        lives("my", "01273-000019", "Lý Thị Mỵ", LocalDate.of(1971, 9, 2), "004171000125");
        lives("duc", "01273-000020", "Đàm Văn Đức", LocalDate.of(1980, 1, 1), "004080000126");
        lives("chung", "01273-000021", "Hoàng Thị Chung", LocalDate.of(1950, 8, 3), "004150000127");
        lives("hoi", "01273-000023", "Hoàng Văn Hợi", LocalDate.of(1975, 5, 5), "004075000128");
        lives("hoi2", "01273-000025", "Hoàng Hội Chung", LocalDate.of(1960, 5, 5), "004160000130");
        lives("ho", "01273-000024", "Hồ Văn Hoàng", LocalDate.of(1990, 5, 5), "004090000129");
        lives(
                "lan",
                "01273-000022",
                IdentityLine.of("Bế Thị Lan", LocalDate.of(1950, 1, 1), "female")
                        .precision("year"));
    }

    private static void lives(String key, String code, String name, LocalDate born, String number) {
        var sex = number.charAt(3) == '0' ? "male" : "female";
        lives(key, code, IdentityLine.of(name, born, sex).number(number));
    }

    private static void lives(String key, String code, IdentityLine who) {
        register.load(rows -> {
            int paper = rows.paper(Paper.of("load"));
            var home = Register.household(rows, paper, code, Register.THUC_PHAN);
            var person = rows.person(paper, 1, "test", key, who, false);
            rows.membership(
                    paper,
                    1,
                    person,
                    home,
                    "residence",
                    "head",
                    DateRange.startingOn(who.born().orElseThrow()));
        });
    }

    private static List<Hit> find(Actor officer, String typed) {
        var asked = ReadingDesk.Asked.of(typed);
        return database.as(
                officer, () -> new FileRows(database.jdbc()).find(asked.words(), asked.digits(), asked.born(), 30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nông Thị Hoà 1950",
                "hoa nong 1950",
                "nong hòa, 1950",
                "NÔNG THI\u0323 HOA\u0300 1950",
                "hoa 8/3/1950",
                "8.3.1950 nong",
                "nong ho 1950",
                "000123",
                "004150000123",
                "004.150.000123",
                "01273-000017",
                "01273000017",
                "000017",
                "nong hoa 000017",
                "na lac 01273-000017"
            })
    void theElderHoaIsFound(String typed) {
        assertThat(find(lan, typed)).extracting(Hit::personalNumber).containsExactly("004150000123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"li thi mi", "Lý Mỵ", "lý mị", "mi ly"})
    void yAndIAreOneSound(String typed) {
        assertThat(find(lan, typed)).extracting(Hit::name).containsExactly("Lý Thị Mỵ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dam van duc", "đức đàm", "Duc Dam"})
    void dIsFoundByAnyHand(String typed) {
        assertThat(find(lan, typed)).extracting(Hit::name).containsExactly("Đàm Văn Đức");
    }

    @Test
    void twoOfOneNameAreToldApartByYearVillageAndHead() {
        assertThat(find(lan, "nong thi hoa"))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.village()).isEqualTo("Nà Lắc"))
                .extracting(it -> it.born().getYear() + " " + it.headName())
                .containsExactlyInAnyOrder("1950 Nông Thị Hoà", "1962 Nông Thị Hòa");
    }

    @Test
    void aWholeDayOfBirthFindsWhoeverWasBornThatDayThenThoseOfWhomOnlyTheYearIsKnown() {
        assertThat(find(lan, "8/3/1950"))
                .extracting(Hit::name)
                .as("a neighbour of the same year, born on another day, is not among them")
                .containsExactly("Nông Thị Hoà", "Bế Thị Lan");
        assertThat(find(lan, "8/3/1950 be")).extracting(Hit::name).containsExactly("Bế Thị Lan");
        assertThat(find(lan, "9/3/1950")).extracting(Hit::name).containsExactly("Bế Thị Lan");
    }

    @Test
    void whoHasTheWordsWholeComesBeforeThoseInWhomTheLastOnlyBegins() {
        assertThat(find(lan, "hoang ho"))
                .extracting(Hit::name)
                .containsExactly("Hồ Văn Hoàng", "Hoàng Hội Chung", "Hoàng Thị Chung", "Hoàng Văn Hợi");
        assertThat(find(lan, "ho hoang")).extracting(Hit::name).containsExactly("Hồ Văn Hoàng");
        assertThat(find(lan, "hoang chu")).extracting(Hit::name).containsExactly("Hoàng Hội Chung", "Hoàng Thị Chung");
    }

    @Test
    void twoWordsAreFirstOfAllAFamilyAndAGivenName() {
        assertThat(find(lan, "hoang hoi").getFirst().name()).isEqualTo("Hoàng Văn Hợi");
        assertThat(find(lan, "hội hoàng")).extracting(Hit::name).containsExactly("Hoàng Văn Hợi", "Hoàng Hội Chung");
    }

    @Test
    void whoAsksForAnotherAreaFindsNobody() {
        var stranger = Actor.officer(database.officer("khac.finding", "commune_officer", "01288"));
        assertThat(find(stranger, "nong thi hoa")).isEmpty();
        assertThat(find(stranger, "004150000123")).isEmpty();
    }
}
