package org.ansinh.app.pages;

import java.util.List;
import java.util.Map;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.PapersForTests;
import org.ansinh.app.testing.House;

/** A photo is attached to a file. */
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
                List.of("/applications/%d/attachments/%d".formatted(file, paper)));
    }
}
