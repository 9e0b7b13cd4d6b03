package org.ansinh.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RegistersTest {

    private static final LocalDate SOCIAL_PENSION = LocalDate.of(2025, 7, 1);

    @Test
    void theDistrictSignedUntilJune2025AndTheCommuneSigns() {
        assertThat(decisions()).hasSizeGreaterThan(1_000).allSatisfy(it -> {
            var paper = it.paper();
            if (paper.signedOn().isBefore(SOCIAL_PENSION)) {
                assertThat(paper.signerTitle()).containsPattern("Ủy ban nhân dân (huyện|thành phố) ");
            } else {
                assertThat(paper.signerTitle()).containsPattern("Ủy ban nhân dân (xã|phường) ");
            }
            assertThat(paper.signedOn()).isBeforeOrEqualTo(SmallProvince.TODAY);
        });
    }

    @Test
    void nobodyHasTwoDecisionsOfOneProgrammeOnADay() {
        assertThat(SmallProvince.people()).allSatisfy(person -> {
            for (var one : person.decisions()) {
                assertThat(person.decisions())
                        .filteredOn(it -> it != one
                                && it.programme().equals(one.programme())
                                && it.inForce().overlapWith(one.inForce()).isPresent())
                        .isEmpty();
            }
        });
    }

    @Test
    void noDecisionIsSignedOrInForceBeforeBirth() {
        assertThat(SmallProvince.people())
                .allSatisfy(person -> assertThat(person.decisions()).allSatisfy(it -> {
                    assertThat(it.paper().signedOn())
                            .isAfterOrEqualTo(person.identity().birth().day());
                    assertThat(it.inForce().from())
                            .isAfterOrEqualTo(person.identity().birth().day());
                }));
    }

    @Test
    void nobodyIsPaidTheSocialPensionBeforeJuly2025() {
        assertThat(decisions().filter(it -> it.programme().equals("social_pension")))
                .hasSizeGreaterThan(300)
                .allMatch(it -> !it.inForce().from().isBefore(SOCIAL_PENSION));
    }

    @Test
    void someEldersOf75WithoutAPensionWereNeverDecidedUpon() {
        var entitled = SmallProvince.households().stream()
                .flatMap(MarginalsTest::living)
                .filter(it -> it.identity().birth().day().isBefore(SmallProvince.TODAY.minusYears(75)))
                .filter(it -> it.facts().stream()
                        .anyMatch(fact -> fact.fact().equals("person.monthly_pension")
                                && fact.value().equals(new FactValue.Whole(0))))
                .toList();
        long missed = entitled.stream().filter(it -> it.decisions().isEmpty()).count();

        assertThat(missed * 1_000 / entitled.size()).isBetween(10L, 90L);
    }

    @Test
    void whereADeathWasKnownLateAMonthTooManyWasPaid() {
        var tooMuch = decisions()
                .filter(it -> it.paidThrough()
                        .filter(day -> day.isAfter(it.inForce().to()))
                        .isPresent())
                .toList();

        assertThat(tooMuch).isNotEmpty().hasSizeLessThan(60);
    }

    @Test
    void mostMoneyIsPaidInCashOrThroughThePost() {
        long accounts = decisions()
                .filter(it -> it.payTo().channel() == PayTo.Channel.BANK_ACCOUNT)
                .count();

        assertThat(accounts * 100 / decisions().count()).isBetween(5L, 30L);
    }

    @Test
    void poorHouseholdsStandOnTheElectricityListOfTheYearPaidThroughJune() {
        var lists = SmallProvince.households().stream()
                .flatMap(it -> it.decisions().stream())
                .toList();

        assertThat(lists).hasSizeGreaterThan(500).allSatisfy(it -> {
            assertThat(it.programme()).isEqualTo("electricity");
            assertThat(it.amount()).isEqualTo(192_846);
            assertThat(it.paidThrough()).contains(LocalDate.of(2026, 6, 30));
        });
    }

    @Test
    void thePayeeLivesInTheHousehold() {
        for (var household : SmallProvince.households()) {
            List<Long> keys =
                    household.people().stream().map(GeneratedPerson::key).toList();
            assertThat(household.people().stream().flatMap(it -> it.decisions().stream()))
                    .allMatch(it -> keys.contains(it.payTo().payee()));
        }
    }

    private static Stream<GeneratedDecision> decisions() {
        return SmallProvince.people().flatMap(it -> it.decisions().stream());
    }
}
