package org.ansinh.app.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class GazetteerTest {

    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);

    private final Gazetteer gazetteer = Gazetteer.read();

    @Test
    void thereWere161CommunesInTenDistrictsAndThereAre56() {
        assertThat(gazetteer.on(BEFORE)).hasSize(161);
        assertThat(gazetteer.on(BEFORE).stream()
                        .map(it -> it.district().orElseThrow())
                        .distinct())
                .hasSize(10);
        assertThat(gazetteer.on(AFTER)).hasSize(56);
        assertThat(gazetteer.on(AFTER))
                .filteredOn(it -> it.kind().equals("Phường"))
                .hasSize(3);
    }

    @Test
    void everyCommuneOfBeforeHasASuccessorThatExists() {
        assertThat(gazetteer.on(BEFORE))
                .allSatisfy(it -> assertThat(gazetteer.byCode(it.successor().orElseThrow(), AFTER))
                        .isPresent());
    }

    @Test
    void everyCodeOfTodayWasTheCodeOfSomethingElse() {
        assertThat(gazetteer.on(AFTER))
                .allSatisfy(
                        it -> assertThat(gazetteer.byCode(it.code(), BEFORE)).isPresent());
        assertThat(gazetteer.byCode("01273", BEFORE).orElseThrow().fullName()).isEqualTo("Phường Hợp Giang");
        assertThat(gazetteer.byCode("01273", AFTER).orElseThrow().fullName()).isEqualTo("Phường Thục Phán");
    }

    @Test
    void hungDaoWasThreeCommunesAndNeedsItsDistrict() {
        assertThat(gazetteer.resolve("Xã Hưng Đạo", null, BEFORE))
                .isInstanceOfSatisfying(
                        Resolution.Ambiguous.class,
                        it -> assertThat(it.candidates()).hasSize(3));
        assertThat(gazetteer.resolve("hung dao", "Bảo Lạc", BEFORE))
                .isInstanceOfSatisfying(
                        Resolution.Found.class,
                        it -> assertThat(it.commune().nameInDistrict()).isEqualTo("Xã Hưng Đạo, Huyện Bảo Lạc"));
        assertThat(gazetteer.resolve("Hưng Đạo", null, AFTER))
                .isInstanceOfSatisfying(
                        Resolution.Found.class,
                        it -> assertThat(it.commune().code()).isEqualTo("01351"));
    }

    @Test
    void anOldNameInALaterFileIsForwardedToItsSuccessor() {
        assertThat(gazetteer.resolve("Thị trấn Pác Miầu", null, AFTER))
                .isInstanceOfSatisfying(Resolution.Forwarded.class, it -> {
                    assertThat(it.commune().fullName()).isEqualTo("Xã Bảo Lâm");
                    assertThat(it.formerly().fullName()).isEqualTo("Thị trấn Pác Miầu");
                });
        assertThat(gazetteer.resolve("1291", null, AFTER))
                .isInstanceOfSatisfying(
                        Resolution.Forwarded.class,
                        it -> assertThat(it.commune().fullName()).isEqualTo("Xã Cốc Pàng"));
    }

    @Test
    void aNameIsFoundWithoutMarksAndWithEitherSpellingOfHoa() {
        assertThat(gazetteer.resolve("xa hoa an", null, AFTER)).isInstanceOf(Resolution.Found.class);
        assertThat(gazetteer.resolve("Xã Hoà An", null, AFTER)).isInstanceOf(Resolution.Found.class);
        assertThat(gazetteer.resolve("P. Thục Phán", null, AFTER)).isInstanceOf(Resolution.Found.class);
    }

    @Test
    void aUnitThatDidNotExistYetAndANameThatNeverDidAreToldApart() {
        assertThat(gazetteer.resolve("Phường Thục Phán", null, BEFORE)).isInstanceOf(Resolution.NotYet.class);
        assertThat(gazetteer.resolve("Xã Bảo Lac Thượng", null, AFTER)).isInstanceOf(Resolution.Unknown.class);
        assertThat(gazetteer.resolve("Xã Bảo Lạk", null, AFTER))
                .isInstanceOfSatisfying(
                        Resolution.Unknown.class,
                        it -> assertThat(it.nearest()).extracting(Commune::name).contains("Bảo Lạc"));
    }
}
