package org.ansinh.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.payments.SuspensionDesk.About;
import org.ansinh.app.payments.TransferDesk;
import org.ansinh.app.payments.TransferDesk.Drafted;
import org.ansinh.app.payments.TransferDesk.NewTransfer;
import org.ansinh.app.testing.House;

/** Somebody with a social pension moves to another commune, which has drafted that it goes on. */
final class SmallTransfer {

    private static final String PROGRAMME = "social_pension";

    private final House house;

    SmallTransfer(House house) {
        this.house = house;
    }

    /** Pages by their mapping, with addresses that stand for them. */
    Map<String, List<String>> told(OfficerId payer, OfficerId chair, String toCommune) {
        var whom = house.as(
                Actor.WORKER,
                () -> house.jdbc()
                        .sql("""
                                select d.subject_id, d.commune_code from casework.face_decision d join registry.face_person p on p.person_id = d.subject_id
                                 where d.programme = ? and d.state = 'signed' and d.kind = 'grant' and d.subject_kind = 'p' and p.died_on is null and d.commune_code not in (?, ?)
                                 order by d.decision_id desc limit 1""")
                        .params(PROGRAMME, toCommune, SmallProvince.OTHER_COMMUNE)
                        .query((row, n) ->
                                new About(PROGRAMME, false, row.getInt("subject_id"), row.getString("commune_code")))
                        .single());
        var desk = house.get(TransferDesk.class);
        var drafted = Acting.as(
                Actor.officer(payer),
                () -> desk.draft(new NewTransfer(
                        whom, toCommune, YearMonth.of(2026, 10), "pensioner_moves", "về ở với con từ 15/10/2026")));
        assertThat(drafted).isInstanceOf(Drafted.Done.class);
        long id = ((Drafted.Done) drafted).transferId();
        assertThat(Acting.as(Actor.officer(chair), () -> desk.sign(id))).isEmpty();
        assertThat(Acting.as(Actor.officer(payer), () -> desk.receive(id, "đã về ở thôn")))
                .isEmpty();
        return Map.of(
                "/transfers/{id}",
                List.of("/transfers/" + id),
                "/transfers/{id}/letter.pdf",
                List.of("/transfers/" + id + "/letter.pdf"),
                "/transfers/{id}/receipt.pdf",
                List.of("/transfers/" + id + "/receipt.pdf"),
                "/transfers/new",
                List.of("/transfers/new?programme=%s&commune=%s&subject=p%d"
                        .formatted(PROGRAMME, whom.communeCode(), whom.subjectId())));
    }
}
