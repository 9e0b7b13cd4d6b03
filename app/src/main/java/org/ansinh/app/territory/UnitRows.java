package org.ansinh.app.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.territory.TerritoryDesk.NewVillage;
import org.ansinh.app.territory.TerritoryDesk.Status;
import org.ansinh.app.territory.TerritoryDesk.Village;
import org.ansinh.timeline.DateRange;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Communes as the database's other rooms join them, and villages. */
@Repository
class UnitRows {

    private static final String VILLAGE =
            "select village_id, code, name, invented, commune_code from territory.face_village ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    UnitRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The table of the build wins: a corrected name arrives with the next start. */
    void mirror(List<Commune> communes) {
        jdbc.sql("delete from territory.commune").update();
        batches.batchUpdate(
                "insert into territory.commune (code, kind, name, district, days, successor, region, region_from) values (?, ?, ?, ?, ?::daterange, ?, ?, ?)",
                communes.stream().map(UnitRows::columns).toList());
    }

    private static Object[] columns(Commune it) {
        return new Object[] {
            it.code(),
            it.kind(),
            it.name(),
            it.district().orElse(""),
            range(it.days()),
            it.successor().orElse(null),
            it.region().map(Commune.Region::id).orElse(null),
            it.region().map(Commune.Region::from).orElse(null)
        };
    }

    private static String range(DateRange days) {
        return days.isOpenEnded() ? "[" + days.from() + ",)" : "[" + days.from() + "," + days.to() + "]";
    }

    List<Village> villagesOf(String commune, LocalDate day) {
        return jdbc.sql(
                        VILLAGE
                                + "where commune_code = :commune and days @> cast(:day as date) order by name collate public.vietnamese")
                .param("commune", commune)
                .param("day", day)
                .query(UnitRows::village)
                .list();
    }

    Optional<Village> village(int villageId, LocalDate day) {
        return jdbc.sql(VILLAGE + "where village_id = :id and days @> cast(:day as date)")
                .param("id", villageId)
                .param("day", day)
                .query(UnitRows::village)
                .optional();
    }

    Map<String, Integer> numbers() {
        var numbers = new HashMap<String, Integer>();
        jdbc.sql("select code, village_id from territory.village").query(row -> {
            numbers.put(row.getString(1), row.getInt(2));
        });
        return numbers;
    }

    void add(List<NewVillage> villages) {
        batches.batchUpdate(
                "insert into territory.village (code, invented) values (?, ?)",
                villages.stream()
                        .map(it -> new Object[] {it.code(), it.invented()})
                        .toList());
        var numbers = numbers();
        var names = new ArrayList<Object[]>();
        var statuses = new ArrayList<Object[]>();
        for (var village : villages) {
            var id = java.util.Objects.requireNonNull(numbers.get(village.code()));
            village.commune()
                    .spans()
                    .forEach(it -> names.add(new Object[] {id, village.name(), it.value(), range(it.days())}));
            village.region().forEach(it -> statuses.add(status(id, "village.region", it, null, it.value())));
            village.extremelyDifficult()
                    .forEach(it -> statuses.add(status(
                            id, "village.extremely_difficult", it, it.value().equals("true") ? 1L : 0L, null)));
        }
        batches.batchUpdate(
                "insert into territory.village_name (village_id, name, commune_code, days) values (?, ?, ?, ?::daterange)",
                names);
        batches.batchUpdate(
                "insert into territory.village_status (village_id, fact, days, whole, words, certainty) values (?, ?, ?::daterange, ?, ?, ?)",
                statuses);
    }

    private static Object[] status(
            Integer id,
            String fact,
            Status status,
            @org.jspecify.annotations.Nullable Long whole,
            @org.jspecify.annotations.Nullable String words) {
        return new Object[] {id, fact, range(status.days()), whole, words, status.certainty()};
    }

    private static Village village(ResultSet row, int n) throws SQLException {
        return new Village(
                row.getInt("village_id"),
                row.getString("code"),
                row.getString("name"),
                row.getBoolean("invented"),
                row.getString("commune_code"));
    }
}
