package org.ansinh.lawvn;

import static org.ansinh.lawvn.PackUnderTest.dong;
import static org.ansinh.lawvn.PackUnderTest.figure;
import static org.ansinh.lawvn.PackUnderTest.pack;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.ansinh.rules.pack.Certainty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that follow from one another do. */
class FiguresTest {

    /** The amount that was announced before May 2023 is the only one the formula does not give. */
    @ParameterizedTest
    @CsvSource({
        "2023-05-04, 57024",
        "2023-06-30, 57024",
        "2023-07-01, 55987",
        "2023-11-09, 58514",
        "2024-10-11, 61333",
        "2025-02-01, 61333",
        "2025-05-10, 64282",
        "2025-09-30, 64282",
        "2026-12-31, 64282"
    })
    void electricitySupportIsThirtyKilowattHoursAtTheLowestPriceWithTax(LocalDate day, long announced) {
        var formula = BigDecimal.valueOf(
                        figure("electricity.kwh_supported", day).value())
                .multiply(BigDecimal.valueOf(
                        figure("electricity.tier_one_price", day).value()))
                .multiply(
                        new BigDecimal(figure("electricity.price_with_tax", day).written()))
                .setScale(0, RoundingMode.HALF_UP);
        assertThat(figure("electricity.monthly_amount", day).value())
                .isEqualTo(announced)
                .isEqualTo(formula.longValueExact());
    }

    @Test
    void theAnnouncedFiftyFiveThousandIsNotWhatTheFormulaGives() {
        assertThat(dong("electricity.monthly_amount", "2021-01-01")).isEqualTo(55_000);
        assertThat(figure("electricity.monthly_amount", LocalDate.of(2021, 1, 1))
                        .certainty())
                .isEqualTo(Certainty.FROM_MEMORY);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-01-01, 67050",
        "2023-06-30, 67050",
        "2023-07-01, 81000",
        "2024-07-01, 105300",
        "2025-07-01, 105300",
        "2026-07-01, 113850"
    })
    void healthContributionIsFourAndAHalfPercentOfTheBaseSalary(LocalDate day, long monthly) {
        var contribution = BigDecimal.valueOf(figure("base_salary.rate", day).value())
                .multiply(new BigDecimal(
                        figure("health_insurance.contribution_rate", day).written()));
        assertThat(contribution.stripTrailingZeros()).isEqualByComparingTo(BigDecimal.valueOf(monthly));
    }

    /** What members pay themselves is no right of theirs, so it is a sum of figures and not a programme. */
    @ParameterizedTest
    @CsvSource({"2021-01-01, 214560", "2023-07-01, 259200", "2024-10-01, 336960", "2026-07-01, 364320"})
    void fiveMembersOfAHouseholdPayLessForEachFurtherOne(LocalDate day, long monthly) {
        var contribution = BigDecimal.valueOf(figure("base_salary.rate", day).value())
                .multiply(new BigDecimal(
                        figure("health_insurance.contribution_rate", day).written()));
        var sum = java.util.stream.IntStream.rangeClosed(1, 5)
                .mapToObj(it -> new BigDecimal(
                        figure("health_insurance.household_share_" + it, day).written()))
                .map(contribution::multiply)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(BigDecimal.valueOf(monthly));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-06-30, 223500, 8940000",
        "2023-07-01, 270000, 10800000",
        "2024-07-01, 351000, 14040000",
        "2026-07-01, 379500, 15180000"
    })
    void theInsuranceHasTwoThresholdsOfTheBaseSalary(LocalDate day, long smallBill, long ownPayments) {
        var salary = BigDecimal.valueOf(figure("base_salary.rate", day).value());
        assertThat(salary.multiply(new BigDecimal(
                        figure("health_card.small_bill_share", day).written())))
                .isEqualByComparingTo(BigDecimal.valueOf(smallBill));
        assertThat(salary.multiply(BigDecimal.valueOf(
                        figure("health_card.co_pay_months", day).value())))
                .isEqualByComparingTo(BigDecimal.valueOf(ownPayments));
    }

    @ParameterizedTest
    @CsvSource({
        "2014-12-31, 0",
        "2015-01-01, 270000",
        "2021-06-30, 270000",
        "2021-07-01, 360000",
        "2024-06-30, 360000",
        "2024-07-01, 500000",
        "2026-06-30, 500000",
        "2026-07-01, 540000"
    })
    void standardRateChangesOnTheDaysOfTheDecrees(LocalDate day, long rate) {
        var value = pack().parameter("social_assistance.standard_rate").flatMap(it -> it.on(day));
        assertThat(value.map(it -> it.value()).orElse(0L)).isEqualTo(rate);
    }

    @Test
    void socialPensionAndStandardRateAreEqualSinceThePensionBegan() {
        for (var day : new String[] {"2025-07-01", "2026-06-30", "2026-07-01", "2026-12-31"}) {
            assertThat(dong("social_pension.rate", day)).isEqualTo(dong("social_assistance.standard_rate", day));
        }
    }

    @Test
    void whatWasSeenOnlyInNotesIsSecondary() {
        var july2026 = LocalDate.of(2026, 7, 1);
        assertThat(figure("social_pension.rate", july2026).certainty()).isEqualTo(Certainty.SECONDARY);
        assertThat(figure("social_assistance.standard_rate", july2026).certainty())
                .isEqualTo(Certainty.SECONDARY);
        assertThat(figure("base_salary.rate", july2026).certainty()).isEqualTo(Certainty.CONFIRMED);
    }

    @Test
    void coefficientsAreUnverifiedSinceTheDecreeNobodyHasRead() {
        var before = LocalDate.of(2026, 10, 4);
        var after = LocalDate.of(2026, 10, 5);
        assertThat(pack().parameters().values().stream()
                        .filter(it -> it.id().contains(".coefficient_"))
                        .filter(it -> it.on(after).isPresent()))
                .isNotEmpty()
                .allSatisfy(it -> {
                    assertThat(it.on(before).orElseThrow().certainty())
                            .as(it.id())
                            .isEqualTo(Certainty.CONFIRMED);
                    assertThat(it.on(after).orElseThrow().certainty().isUnverified())
                            .as(it.id())
                            .isTrue();
                });
    }

    /** Interest is balance times days times the yearly rate over 365 (Circular 14/2017), rounded to a đồng. */
    @ParameterizedTest
    @CsvSource({
        "credit.rate_poor, 100000000, 365, 1, 6600000",
        "credit.rate_poor, 100000000, 31, 1, 560548",
        "credit.rate_poor, 100000000, 30, 1.3, 705205",
        "credit.rate_near_poor, 50000000, 92, 1, 998137"
    })
    void interestOfPolicyCreditIsWhatTheBankReckons(
            String rate, long balance, int days, String overdue, long interest) {
        var day = LocalDate.of(2025, 6, 30);
        assertThat(new BigDecimal(figure("credit.overdue", day).written())).isEqualByComparingTo("1.3");
        var reckoned = BigDecimal.valueOf(balance)
                .multiply(new BigDecimal(figure(rate, day).written()))
                .multiply(new BigDecimal(overdue))
                .multiply(BigDecimal.valueOf(days))
                .divide(
                        BigDecimal.valueOf(
                                100 * figure("credit.days_of_year", day).value()),
                        0,
                        RoundingMode.HALF_UP);
        assertThat(reckoned.longValueExact()).isEqualTo(interest);
    }

    /** Decree 321/2026 was not read: its amounts are those of 2024 in proportion, and say that they are derived. */
    @Test
    void meritLevelsOfJuly2026AreThoseOf2024InProportion() {
        var before = LocalDate.of(2026, 6, 30);
        var since = LocalDate.of(2026, 7, 1);
        for (var level :
                new String[] {"merit.martyr_relative_1", "merit.heroic_mother", "merit.supplement_81", "merit.carer"}) {
            var derived = BigDecimal.valueOf(figure(level, before).value())
                    .multiply(BigDecimal.valueOf(dong("merit.standard", "2026-07-01")))
                    .divide(
                            BigDecimal.valueOf(dong("merit.standard", "2026-06-30"))
                                    .multiply(BigDecimal.valueOf(1000)),
                            0,
                            RoundingMode.HALF_UP)
                    .multiply(BigDecimal.valueOf(1000));
            assertThat(figure(level, since).value()).as(level).isEqualTo(derived.longValueExact());
            assertThat(figure(level, since).certainty()).as(level).isEqualTo(Certainty.DERIVED);
        }
        assertThat(figure("merit.standard", since).certainty()).isEqualTo(Certainty.SECONDARY);
    }
}
