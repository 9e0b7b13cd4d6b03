package org.ansinh.app.territory;

import java.time.LocalDate;
import java.util.Optional;
import org.ansinh.timeline.DateRange;

/** A commune, ward or township for the days it existed; before 1 July 2025 it belonged to a district. */
public record Commune(
        String code,
        String kind,
        String name,
        Optional<String> district,
        DateRange days,
        Optional<String> successor,
        Optional<Region> region) {

    /** Region i, ii or iii of the ethnic-minority and mountainous area, since a day. */
    public record Region(String id, LocalDate from) {}

    /** {@code Xã Bảo Lạc}. */
    public String fullName() {
        return kind + " " + name;
    }

    /** {@code Xã Hưng Đạo, Huyện Bảo Lạc}: told apart from its namesakes. */
    public String nameInDistrict() {
        return district.map(it -> fullName() + ", " + it).orElse(fullName());
    }
}
