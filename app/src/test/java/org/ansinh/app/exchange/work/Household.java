package org.ansinh.app.exchange.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansinh.app.exchange.RowRefusal;

/** A household that takes in everybody, good and bad. */
record Household(Office office) {

    private static final String PEOPLE = "Mã,Họ và tên,Ngày sinh,Giới tính,Số định danh,Ngày mất,Mã hộ,Xã\n";
    private static final String AT_HOME = ",B-0,Phường Thục Phán\n";

    static Household of(Office office) {
        office.load("ho.csv", "Mã hộ,Xã\nB-0,Phường Thục Phán\n");
        return new Household(office);
    }

    /** A table of people who live in it. */
    static String people(String... rows) {
        return PEOPLE + Stream.of(rows).map(it -> it + AT_HOME).collect(Collectors.joining());
    }

    /** One bad person between headings and a good one. */
    RowRefusal refused(String mark, String row) {
        var report = office.load("nguoi.csv", people(mark + "," + row, mark + "-tot,Nông Thị Tốt,20/8/1950,Nữ,,"));
        assertThat(report.added().people()).as("the good row is kept").isEqualTo(1);
        assertThat(report.refusals()).hasSize(1);
        var refusal = report.refusals().getFirst();
        assertThat(refusal.row()).isEqualTo(2);
        assertThat(office.said(refusal)).endsWith(".").doesNotContain("{");
        return refusal;
    }
}
