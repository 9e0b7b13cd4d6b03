package org.ansinh.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.inspection.SampleDesk;
import org.ansinh.app.testing.House;

/** An inspector has drawn three decisions of a commune. */
final class SmallInspection {

    private final House house;
    private final OfficerId inspector;
    private final String commune;

    SmallInspection(House house, OfficerId inspector, String commune) {
        this.house = house;
        this.inspector = inspector;
        this.commune = commune;
    }

    /** Pages by their mapping, with addresses that stand for them. */
    Map<String, List<String>> told(long person, long household, long decision) {
        var order = new SampleDesk.Order(
                SampleDesk.Kind.DECISIONS,
                Optional.empty(),
                Optional.of(commune),
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2026, 10, 20),
                3,
                "mẫu");
        var drawn = Acting.as(
                Actor.officer(inspector), () -> house.get(SampleDesk.class).draw(order));
        assertThat(drawn).isInstanceOf(SampleDesk.Drawn.Done.class);
        var sample = "/samples/" + ((SampleDesk.Drawn.Done) drawn).sampleId();
        return Map.of(
                "/samples/{id}",
                List.of(sample),
                "/samples/{id}/dossiers.zip",
                List.of(sample + "/dossiers.zip"),
                "/dossiers/decisions/{number}.pdf",
                List.of("/dossiers/decisions/" + decision + ".pdf"),
                "/dossiers/people/{id}.pdf",
                List.of("/dossiers/people/" + person + ".pdf"),
                "/dossiers/households/{id}.pdf",
                List.of("/dossiers/households/" + household + ".pdf"));
    }
}
