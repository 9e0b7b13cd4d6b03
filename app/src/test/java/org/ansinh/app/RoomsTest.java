package org.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms of docs/guide/house.md: each keeps its doors and leans on lower floors only. */
class RoomsTest {
    private final ApplicationModules rooms = ApplicationModules.of(AnsinhApplication.class);

    @Test
    void roomsKeepTheirDoorsAndFormNoCircle() {
        rooms.verify();
    }

    @Test
    void everyRoomHasAFloorAndLeansOnlyOnLowerFloors() {
        Map<String, Integer> floorOf = new HashMap<>();
        for (int floor = 0; floor < Migrations.FLOORS.size(); floor++) {
            for (String room : Migrations.FLOORS.get(floor)) {
                floorOf.put(room, floor);
            }
        }
        assertThat(floorOf.keySet())
                .containsAll(
                        rooms.stream().map(it -> it.getIdentifier().toString()).toList());
        rooms.stream()
                .forEach(room -> room.getDirectDependencies(rooms)
                        .uniqueModules()
                        .forEach(used -> assertThat(
                                        floorOf.get(used.getIdentifier().toString()))
                                .as("%s leans on %s", room.getIdentifier(), used.getIdentifier())
                                .isLessThan(floorOf.get(room.getIdentifier().toString()))));
    }
}
