package org.ansinh.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.payments.SuspensionDesk;
import org.ansinh.app.payments.SuspensionDesk.About;
import org.ansinh.app.payments.SuspensionDesk.Drafted;
import org.ansinh.app.testing.House;

/** Somebody's social assistance rests; a draft that it goes on waits for a signature. */
final class SmallSuspension {

    private static final String PROGRAMME = "social_assistance";

    private final House house;

    SmallSuspension(House house) {
        this.house = house;
    }

    /** Pages by their mapping, with addresses that stand for them. */
    Map<String, List<String>> told(OfficerId payer, OfficerId chair) {
        var whom = house.as(
                Actor.WORKER,
                () -> house.jdbc()
                        .sql("""
                                select subject_id, commune_code from casework.face_decision
                                 where programme = ? and state = 'signed' and kind = 'grant' and subject_kind = 'p' order by decision_id limit 1""")
                        .param(PROGRAMME)
                        .query((row, n) ->
                                new About(PROGRAMME, false, row.getInt("subject_id"), row.getString("commune_code")))
                        .single());
        var desk = house.get(SuspensionDesk.class);
        var drafted = Acting.as(
                Actor.officer(payer), () -> desk.draft(whom, "not_fetched_three_months", "không nhận ba tháng"));
        assertThat(drafted).isInstanceOf(Drafted.Done.class);
        long id = ((Drafted.Done) drafted).suspensionId();
        assertThat(Acting.as(Actor.officer(chair), () -> desk.sign(id))).isEmpty();
        assertThat(Acting.as(Actor.officer(payer), () -> desk.resume(id, "đã đến nhận")))
                .isEmpty();
        return Map.of(
                "/suspensions/{id}",
                List.of("/suspensions/" + id),
                "/suspensions/{id}/letter.pdf",
                List.of("/suspensions/" + id + "/letter.pdf"),
                "/suspensions/{id}/resumption.pdf",
                List.of("/suspensions/" + id + "/resumption.pdf"),
                "/suspensions/new",
                List.of("/suspensions/new?programme=%s&commune=%s&subject=p%d"
                        .formatted(PROGRAMME, whom.communeCode(), whom.subjectId())));
    }
}
