package org.ansinh.app.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.casework.Grievance;
import org.ansinh.app.casework.GrievanceDesk;
import org.ansinh.app.testing.House;

/** In the small province: a complaint that is looked into, and feedback without a name. */
final class SmallGrievances {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);

    private final GrievanceDesk desk;
    private final OfficerId officer;
    private final String commune;

    SmallGrievances(House house, OfficerId officer, String commune) {
        this.desk = house.get(GrievanceDesk.class);
        this.officer = officer;
        this.commune = commune;
    }

    /** Pages by their mapping, with addresses that stand for them. */
    Map<String, List<String>> told(long decision) {
        long complaint = as(() -> desk.take(incoming("complaint", "Nông Thị Hoa", Optional.of(decision))));
        as(() -> desk.accept(complaint, false, false));
        long feedback = as(() -> desk.take(incoming("feedback", "", Optional.empty())));
        long answered = as(() -> desk.take(incoming("feedback", "Lý Thị Phản", Optional.empty())));
        as(() -> desk.accept(answered, false, false));
        as(() -> desk.propose(answered, "", "Đã mở cửa lại"));
        return Map.of(
                "/grievances/{id}/letter.pdf", List.of("/grievances/" + answered + "/letter.pdf"),
                "/grievances", List.of("/grievances", "/grievances?kind=complaint&open=false"),
                "/grievances/{id}", List.of("/grievances/" + complaint, "/grievances/" + feedback),
                "/grievances/new", List.of("/grievances/new?kind=complaint", "/grievances/new?decision=" + decision));
    }

    private GrievanceDesk.Incoming incoming(String kind, String name, Optional<Long> decision) {
        var said = new Grievance.Said(
                name,
                "",
                "spoken",
                "signature",
                "Mức này chưa đúng",
                "Trả đúng mức",
                "",
                TODAY,
                Optional.of(TODAY),
                "");
        return new GrievanceDesk.Incoming(kind, decision.map(DecisionId::new), Optional.empty(), commune, 0, said);
    }

    private <T> T as(Supplier<T> work) {
        return Acting.as(Actor.officer(officer), work::get);
    }
}
