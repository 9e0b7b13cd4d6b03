package org.ansinh.app.pages;

import java.util.List;
import java.util.Map;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.ApplicationDesk;
import org.ansinh.app.casework.PapersForTests;
import org.ansinh.app.testing.House;

/** A photo is attached to a file, and an official form of another is printed. */
final class SmallPapers {

    private final House house;
    private final OfficerId officer;

    SmallPapers(House house, OfficerId officer) {
        this.house = house;
        this.officer = officer;
    }

    /** Pages by their mapping, with addresses that stand for them. */
    Map<String, List<String>> told(long file) {
        long paper = Acting.as(
                Actor.officer(officer), () -> PapersForTests.attach(house.context(), file, "Giấy đề nghị xác nhận", 1));
        return Map.of(
                "/applications/{id}/attachments/{attachment}",
                List.of("/applications/%d/attachments/%d".formatted(file, paper)),
                "/applications/{id}/form.pdf",
                List.of("/applications/%d/form.pdf?sheet=1d".formatted(assisted())));
    }

    /** Somebody of the commune asks for social assistance. */
    private long assisted() {
        var person = house.as(
                Actor.officer(officer),
                () -> house.jdbc().sql("""
                                select max(person_id) from registry.face_person p where p.died_on is null and p.commune_code = '01290'
                                   and not exists (select from casework.application a where a.subject_kind = 'p' and a.subject_id = p.person_id)""").query(Integer.class).single());
        return Acting.as(
                Actor.officer(officer),
                () -> house.get(ApplicationDesk.class)
                        .openFor(person, "social_assistance", "applicant")
                        .orElseThrow());
    }
}
