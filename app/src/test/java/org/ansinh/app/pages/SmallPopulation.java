package org.ansinh.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.exchange.PopulationFilesDesk;
import org.ansinh.app.exchange.PopulationFilesDesk.Choice;
import org.ansinh.app.registry.PopulationCheckDesk;
import org.ansinh.app.registry.PopulationCheckDesk.Made;
import org.ansinh.app.registry.PopulationCheckDesk.Order;
import org.ansinh.app.registry.PopulationCheckDesk.Taken;
import org.ansinh.app.testing.House;

/** A list for the population database that came back: somebody was born on another day, and a file with a row that is refused waits to be recorded. */
final class SmallPopulation {

    private final House house;
    private final OfficerId clerk;
    private final String commune;

    SmallPopulation(House house, OfficerId clerk, String commune) {
        this.house = house;
        this.clerk = clerk;
        this.commune = commune;
    }

    /** Pages by their mapping, with addresses that stand for them. */
    Map<String, List<String>> told(long person) {
        var checks = house.get(PopulationCheckDesk.class);
        var order = new Order(commune, "person", Optional.empty(), "Xác minh hồ sơ");
        var made = as(() -> house.get(PopulationFilesDesk.class)
                .make(
                        new Choice(order, Optional.of((int) person)),
                        UUID.randomUUID().toString()));
        assertThat(made).isInstanceOf(Made.Done.class);
        int list = ((Made.Done) made).list();
        peopleOfTheNewestListToPayCanBeAskedAbout();
        var key = as(() -> checks.lines(list, Optional.empty())).getFirst().key();
        var first = brought(list, "%s;Khác;1/1/1931;\n".formatted(key));
        assertThat(as(() -> house.get(PopulationFilesDesk.class).record(new org.ansinh.app.exchange.FileId(first))))
                .isEqualTo(new Taken.Done(1));
        var second = brought(list, "%s;Đã chuyển đi;;Xã Bảo Lạc\nDC-1-1-XXXX;Khớp;;\n".formatted(key));
        return Map.of(
                "/population-checks/{list}",
                List.of("/population-checks/" + list, "/population-checks/%d?state=DIFFERS".formatted(list)),
                "/population-checks/{list}/answers/{file}",
                List.of(
                        "/population-checks/%d/answers/%d".formatted(list, second),
                        "/population-checks/%d/answers/%d".formatted(list, first)),
                "/population-checks/new",
                List.of("/population-checks/new", "/population-checks/new?person=" + person));
    }

    private void peopleOfTheNewestListToPayCanBeAskedAbout() {
        var order = new Order(commune, "payees", Optional.of("social_pension"), "Trước khi chi trả");
        var paid = as(() -> house.get(PopulationFilesDesk.class).chosen(new Choice(order, Optional.empty())));
        assertThat(paid.people()).isNotEmpty();
    }

    private long brought(int list, String rows) {
        var text = "Mã dòng;Kết quả;Ngày sinh trong CSDL;Nơi chuyển đến\n" + rows;
        return as(() -> house.get(PopulationFilesDesk.class)
                        .bring(list, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "tra-loi.csv"))
                .number();
    }

    private <T> T as(Supplier<T> work) {
        return Acting.as(Actor.officer(clerk), work::get);
    }
}
