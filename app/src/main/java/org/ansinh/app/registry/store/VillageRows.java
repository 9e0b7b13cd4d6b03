package org.ansinh.app.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.ansinh.app.registry.VillageReportDesk.Dismissed;
import org.ansinh.app.registry.VillageReportDesk.Kind;
import org.ansinh.app.registry.VillageReportDesk.NewReport;
import org.ansinh.app.registry.VillageReportDesk.Notice;
import org.ansinh.app.registry.VillageReportDesk.Report;
import org.ansinh.app.registry.VillageReportDesk.Settled;
import org.ansinh.app.registry.VillageReportDesk.State;
import org.ansinh.app.registry.VillageReportDesk.VillageMonth;
import org.ansinh.app.registry.VillageReportDesk.Villager;
import org.ansinh.app.registry.model.Folding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What villages told, as the database keeps it; what may be written is decided by the functions of the schema. */
@Repository
public class VillageRows {

    private static final int MOST_CALLED = 20;

    private final JdbcClient jdbc;

    public VillageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<VillageMonth> villages(YearMonth month, Optional<String> commune) {
        return jdbc.sql("select * from registry.face_village_months(cast(:month as date), :commune)")
                .param("month", month.atDay(1))
                .param("commune", commune.orElse(null))
                .query((row, n) -> new VillageMonth(
                        row.getInt("village_id"),
                        row.getString("village"),
                        row.getString("commune_code"),
                        row.getObject("report_id") == null ? Optional.empty() : Optional.of(report(row, n)),
                        row.getInt("reports"),
                        row.getInt("lines"),
                        row.getInt("open")))
                .list();
    }

    public List<Report> reports(int village, YearMonth month) {
        return jdbc.sql("""
                        select v.id as report_id, v.came, v.told_by, v.came_on, o.full_name as taken_by, v.nothing
                          from registry.village_report v join registry.recording r on r.number = v.recording
                          left join access.face_officer o on o.role_name = r.officer
                         where v.village_id = :village and v.month = cast(:month as date) order by v.came_on, v.id""")
                .param("village", village)
                .param("month", month.atDay(1))
                .query(VillageRows::report)
                .list();
    }

    private static Report report(ResultSet row, int n) throws SQLException {
        return new Report(
                row.getInt("report_id"),
                row.getString("came"),
                row.getString("told_by"),
                row.getObject("came_on", LocalDate.class),
                Objects.requireNonNullElse(row.getString("taken_by"), ""),
                row.getBoolean("nothing"));
    }

    public List<Notice> notices(int village, YearMonth month) {
        return jdbc.sql("select * from registry.face_notices(:village, cast(:month as date))")
                .param("village", village)
                .param("month", month.atDay(1))
                .query(VillageRows::notice)
                .list();
    }

    public List<Notice> open() {
        return jdbc.sql("select * from registry.face_notices(null, null)")
                .query(VillageRows::notice)
                .list();
    }

    public List<Notice> toldDead(int person) {
        return jdbc.sql("""
                        select f.* from registry.face_told_dead t join registry.notice n on n.id = t.notice_id
                          cross join lateral registry.face_notices(n.village_id, n.in_month) f
                         where t.person_id = :person and t.open and f.id = t.notice_id""").param("person", person).query(VillageRows::notice).list();
    }

    /** Everybody of the village in whose name all of the words are. */
    public List<Villager> called(int village, String name) {
        var words = Arrays.stream(Folding.fold(name).split(" "))
                .filter(it -> !it.isEmpty())
                .toArray(String[]::new);
        return jdbc.sql("""
                        select p.id, p.name, p.born, p.born_precision, p.sex, coalesce(head.name, '') as head, p.died_on, p.folded = array_to_string(:words::text[], ' ') as whole
                          from registry.person p
                          left join registry.household h on h.id = p.household_id
                          left join registry.person head on head.id = h.head_id
                         where p.commune_code = registry.commune_of_village(:village) and p.village_id = :village and p.same_as is null
                           and cardinality(:words::text[]) > 0 and string_to_array(p.folded, ' ') @> :words::text[]
                         order by p.died_on is not null, p.folded, p.born, p.id limit :most""")
                .param("village", village)
                .param("words", words)
                .param("most", MOST_CALLED)
                .query((row, n) -> new Villager(
                        row.getInt("id"),
                        row.getString("name"),
                        row.getObject("born", LocalDate.class),
                        row.getString("born_precision"),
                        row.getString("sex"),
                        row.getString("head"),
                        Optional.ofNullable(row.getObject("died_on", LocalDate.class)),
                        row.getBoolean("whole")))
                .list();
    }

    /** @param lines as a JSON array */
    public int takeDown(NewReport report, String lines, long number) {
        return jdbc.sql("""
                        select registry.face_take_down(cast(:to as int), :village, cast(:month as date), :came, :by, cast(:on as date), :nothing, cast(:lines as jsonb), :number)""")
                .param("to", report.addTo().orElse(null))
                .param("village", report.villageId())
                .param("month", report.month().atDay(1))
                .param("came", report.came())
                .param("by", report.toldBy())
                .param("on", report.cameOn())
                .param("nothing", report.nothing())
                .param("lines", lines)
                .param("number", number)
                .query(Integer.class)
                .single();
    }

    public void dismiss(int notice, String because, long number) {
        jdbc.sql("select registry.face_dismiss_notice(:notice, :because, :number)")
                .param("notice", notice)
                .param("because", because)
                .param("number", number)
                .query(row -> {});
    }

    public void claimTells(int person, Optional<LocalDate> onDay, String note, long number) {
        jdbc.sql("select registry.face_claim_tells(:person, cast(:on as date), :note, :number)")
                .param("person", person)
                .param("on", onDay.orElse(null))
                .param("note", note)
                .param("number", number)
                .query(row -> {});
    }

    private static Notice notice(ResultSet row, int n) throws SQLException {
        var state = State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        return new Notice(
                row.getInt("id"),
                row.getString("source"),
                whole(row, "report_id"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("commune_code"),
                whole(row, "village_id"),
                whole(row, "person_id"),
                whole(row, "household_id"),
                row.getString("name"),
                Optional.ofNullable(row.getObject("on_day", LocalDate.class)),
                YearMonth.from(row.getObject("in_month", LocalDate.class)),
                row.getString("note"),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                words(row, "told_to"),
                state,
                state == State.SETTLED
                        ? Optional.of(new Settled(
                                whole(row, "settled_person"),
                                words(row, "settled_name"),
                                Optional.ofNullable(row.getObject("settled_on", LocalDate.class))))
                        : Optional.empty(),
                state == State.DISMISSED
                        ? Optional.of(new Dismissed(
                                words(row, "because"),
                                row.getObject("dismissed_at", OffsetDateTime.class)
                                        .toInstant(),
                                words(row, "dismissed_by")))
                        : Optional.empty());
    }

    private static Optional<Integer> whole(ResultSet row, String column) throws SQLException {
        @Nullable Integer value = (Integer) row.getObject(column);
        return Optional.ofNullable(value);
    }

    private static String words(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
