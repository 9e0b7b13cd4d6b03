package org.ansinh.province;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ansinh.timeline.DateRange;

/** The planted stories as households. Amounts are what an office's register would show. */
final class StoryBook {

    /** Stories stand after every other household of their commune. */
    static final int FIRST_SEQUENCE = 900_001;

    private static final LocalDate SOCIAL_PENSION = LocalDate.of(2025, 7, 1);

    private final Commune commune;
    private final Recipe recipe;
    private final List<Village> villages;
    private final NumberIssuer numbers;

    StoryBook(Commune commune, Recipe recipe, List<Village> villages, NumberIssuer numbers) {
        this.commune = commune;
        this.recipe = recipe;
        this.villages = villages;
        this.numbers = numbers;
    }

    List<DraftHousehold> households() {
        if (recipe.today().isBefore(PlantedStories.DAY)) {
            return List.of();
        }
        return switch (commune.code()) {
            case "01477" -> {
                var all = new ArrayList<DraftHousehold>();
                all.add(oldRate());
                all.addAll(oneAccount());
                yield all;
            }
            case "01576" -> List.of(singleMother(), aloneAt65());
            case "01654" -> List.of(turns75());
            case "01786" -> List.of(diedUnknown());
            case "01501" -> List.of(childOfTwo());
            case "01438" -> List.of(turned80());
            default -> List.of();
        };
    }

    private StoryHousehold open(String formerCommune, int villageNumber, int number) {
        var village = villages.stream()
                .filter(it ->
                        it.formerCommune().equals(formerCommune) && it.commune().equals(commune.code()))
                .skip(villageNumber)
                .findFirst()
                .orElseThrow();
        return new StoryHousehold(commune, recipe, numbers, village, FIRST_SEQUENCE + number);
    }

    private static String nameOf(String story) {
        return PlantedStories.of(story).person();
    }

    private DraftHousehold oldRate() {
        var home = open("01477", 0, 0);
        var he = home.add("head", Sex.MALE, nameOf(PlantedStories.OLD_RATE), "tay", LocalDate.of(1984, 2, 11));
        var mother = home.add("parent", Sex.FEMALE, "Bế Thị Nhình", "tay", LocalDate.of(1958, 8, 3));
        he.mother = mother;
        home.noPension(mother);
        home.certify(he, "severe", LocalDate.of(2022, 3, 9));
        home.decided(
                he,
                "social_assistance",
                home.paper(418, LocalDate.of(2022, 4, 4)),
                DateRange.startingOn(LocalDate.of(2022, 3, 1)),
                750_000);
        return home.done();
    }

    private List<DraftHousehold> oneAccount() {
        var names = List.of(
                nameOf(PlantedStories.ONE_ACCOUNT),
                "Nông Thị Phjắc",
                "Hoàng Văn Sliềng",
                "Triệu Thị Kheo",
                "Lương Văn Bjoóc",
                "Đàm Thị Phjúng");
        var households = new ArrayList<DraftHousehold>();
        for (int i = 0; i < names.size(); i++) {
            var home = open("01477", i, i + 1);
            var sex = names.get(i).contains(" Thị ") ? Sex.FEMALE : Sex.MALE;
            var born = LocalDate.of(1943 + i, 2 + i, 5 + 3 * i);
            var elder = home.add("head", sex, names.get(i), i % 2 == 0 ? "tay" : "nung", born);
            home.noPension(elder);
            home.say(elder, "person.marital_status", LocalDate.of(2016, 5, 1), FactValue.words("widowed"));
            home.pay(
                    elder,
                    "social_pension",
                    home.paper(104 + 7 * i, SOCIAL_PENSION.plusDays(6)),
                    DateRange.startingOn(SOCIAL_PENSION),
                    500_000,
                    PayTo.account(elder.key, "VBAAVNVX", "8300205067719"));
            households.add(home.done());
        }
        return households;
    }

    private DraftHousehold singleMother() {
        var home = open("01576", 0, 0);
        var she = home.add("head", Sex.FEMALE, nameOf(PlantedStories.SINGLE_MOTHER), "nung", LocalDate.of(1990, 6, 25));
        var son = home.add("child", Sex.MALE, "Hoàng Văn Khôi", "nung", LocalDate.of(2015, 3, 14));
        var daughter = home.add("child", Sex.FEMALE, "Hoàng Thị Thảo", "nung", LocalDate.of(2019, 9, 2));
        son.mother = she;
        daughter.mother = she;
        home.say(she, "person.marital_status", LocalDate.of(2008, 6, 25), FactValue.words("single"));
        home.say(son, "person.study", LocalDate.of(2026, 9, 5), FactValue.words("lower_secondary"));
        home.say(daughter, "person.study", LocalDate.of(2025, 9, 5), FactValue.words("primary"));
        home.certify(she, "severe", LocalDate.of(2023, 2, 16));
        home.classified("poor", 2022);
        home.onElectricityList(LocalDate.of(recipe.today().getYear(), 1, 15), 192_846);
        home.decided(
                she,
                "social_assistance",
                home.paper(233, LocalDate.of(2023, 3, 6)),
                DateRange.startingOn(LocalDate.of(2023, 2, 1)),
                1_750_000);
        return home.done();
    }

    private DraftHousehold aloneAt65() {
        var home = open("01576", 0, 1);
        var he = home.add("head", Sex.MALE, nameOf(PlantedStories.ALONE_AT_65), "nung", LocalDate.of(1961, 4, 8));
        home.certify(he, "severe", LocalDate.of(2021, 11, 4));
        home.noPension(he);
        home.say(he, "person.no_one_to_support", LocalDate.of(2021, 4, 8), FactValue.YES);
        home.say(he, "person.marital_status", LocalDate.of(1979, 4, 8), FactValue.words("single"));
        home.classified("poor", 2022);
        home.onElectricityList(LocalDate.of(recipe.today().getYear(), 1, 15), 192_846);
        home.decided(
                he,
                "social_assistance",
                home.paper(1_206, LocalDate.of(2021, 12, 9)),
                DateRange.startingOn(LocalDate.of(2021, 11, 1)),
                1_000_000);
        return home.done();
    }

    private DraftHousehold turns75() {
        var home = open("01654", 0, 0);
        var she = home.add("head", Sex.FEMALE, nameOf(PlantedStories.TURNS_75), "tay", LocalDate.of(1951, 11, 12));
        var son = home.add("child", Sex.MALE, "Nông Đức Thắng", "tay", LocalDate.of(1979, 1, 30));
        son.mother = she;
        home.noPension(she);
        home.say(she, "person.marital_status", LocalDate.of(2017, 10, 2), FactValue.words("widowed"));
        return home.done();
    }

    /** The death itself is no fact here: the register has not heard of it. */
    private DraftHousehold diedUnknown() {
        var home = open("01786", 0, 0);
        var son = home.add("head", Sex.MALE, "Bế Văn Tịch", "tay", LocalDate.of(1970, 5, 19));
        var he = home.add("parent", Sex.MALE, nameOf(PlantedStories.DIED_UNKNOWN), "tay", LocalDate.of(1944, 6, 2));
        son.father = he;
        home.noPension(he);
        home.decided(
                he,
                "social_pension",
                home.paper(58, SOCIAL_PENSION.plusDays(13)),
                DateRange.startingOn(SOCIAL_PENSION),
                500_000);
        return home.done();
    }

    private DraftHousehold childOfTwo() {
        var village = villages.stream()
                .filter(it -> it.formerCommune().equals("01507"))
                .filter(it -> it.standing()
                        .difficulty()
                        .on(LocalDate.of(2025, 12, 24))
                        .filter(Village.Difficulty::extreme)
                        .isEmpty())
                .findFirst()
                .orElseThrow();
        var home = new StoryHousehold(commune, recipe, numbers, village, FIRST_SEQUENCE)
                .foundedOn(LocalDate.of(2019, 11, 20));
        var father = home.add("head", Sex.MALE, "Triệu Văn Quyết", "tay", LocalDate.of(1996, 12, 1));
        var mother = home.add("spouse", Sex.FEMALE, "Hà Thị Nga", "tay", LocalDate.of(1998, 3, 9));
        var child = home.add("child", Sex.MALE, nameOf(PlantedStories.CHILD_OF_TWO), "tay", LocalDate.of(2024, 4, 10));
        home.marry(father, mother, LocalDate.of(2019, 11, 20));
        child.father = father;
        child.mother = mother;
        home.classified("near_poor", 2024);
        return home.done();
    }

    private DraftHousehold turned80() {
        var home = open("01438", 0, 0);
        var son = home.add("head", Sex.MALE, "Lục Văn Sơn", "nung", LocalDate.of(1968, 10, 10));
        var she = home.add("parent", Sex.FEMALE, nameOf(PlantedStories.TURNED_80), "nung", LocalDate.of(1943, 5, 17));
        son.mother = she;
        home.noPension(she);
        home.say(she, "person.marital_status", LocalDate.of(2009, 8, 1), FactValue.words("widowed"));
        home.decided(
                she,
                "social_assistance",
                home.paper(377, LocalDate.of(2023, 6, 8)),
                new DateRange(LocalDate.of(2023, 5, 1), SOCIAL_PENSION.minusDays(1)),
                500_000);
        home.decided(
                she,
                "social_pension",
                home.paper(21, SOCIAL_PENSION.plusDays(3)),
                DateRange.startingOn(SOCIAL_PENSION),
                500_000);
        return home.done();
    }
}
