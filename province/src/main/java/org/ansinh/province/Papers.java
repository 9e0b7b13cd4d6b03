package org.ansinh.province;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.ansinh.timeline.DateRange;

/** Writes decisions as the offices of one commune wrote them: the district's chair until June 2025, the commune's since. */
final class Papers {

    private static final LocalDate COMMUNES_DECIDE = LocalDate.of(2025, 7, 1);
    private static final int WITHOUT_MIDDLE_NAME = 40;
    private static final List<String> BANKS = List.of("VBAAVNVX", "VBAAVNVX", "VBAAVNVX", "BIDVVNVX", "ICBVVNVX");

    private final Commune commune;
    private final LocalDate today;

    Papers(Commune commune, LocalDate today) {
        this.commune = commune;
        this.today = today;
    }

    DecisionPaper signed(LocalDate day, String formerCommune, Dice dice) {
        boolean district = day.isBefore(COMMUNES_DECIDE);
        var number = dice.between(12, district ? 2_900 : 640) + "/QĐ-UBND";
        var office = district ? districtOf(formerCommune) : (commune.isWard() ? "phường " : "xã ") + commune.name();
        var title = (dice.percent(9) ? "Phó Chủ tịch" : "Chủ tịch") + " Ủy ban nhân dân " + office;
        return new DecisionPaper(number, day, title);
    }

    private String districtOf(String formerCommune) {
        var district = commune.former().stream()
                .filter(it -> it.code().equals(formerCommune))
                .findFirst()
                .map(FormerCommune::district)
                .orElse(commune.former().getFirst().district());
        return Character.toLowerCase(district.charAt(0)) + district.substring(1);
    }

    /** Months are paid through the one before today's; what began later has not been paid yet. */
    Optional<LocalDate> paidThrough(DateRange inForce) {
        var lastMonth = YearMonth.from(today).minusMonths(1).atEndOfMonth();
        var last = PastLives.earlier(lastMonth, inForce.to());
        return inForce.from().isAfter(last) ? Optional.empty() : Optional.of(last);
    }

    /** Electricity is paid after the quarter: the last quarter that ended is still to be listed. */
    Optional<LocalDate> quartersPaidThrough(DateRange inForce) {
        var quarter = YearMonth.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1);
        var last = PastLives.earlier(quarter.minusMonths(4).atEndOfMonth(), inForce.to());
        return inForce.from().isAfter(last) ? Optional.empty() : Optional.of(last);
    }

    /** Mostly cash from the post or at the commune; accounts are few, and rare among the old. */
    PayTo payTo(Draft beneficiary, DraftHousehold household, Dice dice) {
        var payee = payeeOf(beneficiary, household);
        int age = payee.ageOn(today);
        int chance = age >= 60 ? 9 : commune.isWard() ? 45 : 22;
        if (dice.percent(chance)) {
            var account = new StringBuilder("8300");
            NumberIssuer.appendPadded(account, payee.key % 1_000_000_000L, 9);
            return PayTo.account(payee.key, dice.oneOf(BANKS), account.toString())
                    .heldBy(asTheBankHasIt(payee));
        }
        if (dice.percent(65)) {
            return PayTo.post(payee.key);
        }
        return PayTo.cash(payee.key);
    }

    /** Now and then a bank has somebody without the middle of their name. */
    private static String asTheBankHasIt(Draft payee) {
        var words = payee.name.split(" ");
        return payee.key % WITHOUT_MIDDLE_NAME == 0 && words.length > 2
                ? words[0] + " " + words[words.length - 1]
                : payee.name;
    }

    private Draft payeeOf(Draft beneficiary, DraftHousehold household) {
        boolean helpless = beneficiary.traits.disability().equals("extremely_severe");
        if (beneficiary.ageOn(today) >= 16 && !helpless) {
            return beneficiary;
        }
        var mother = beneficiary.mother;
        return mother != null && household.people.contains(mother) ? mother : household.head();
    }
}
