package org.ansinh.app.registry.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.ansinh.app.registry.LoadDesk.Loaded;
import org.ansinh.app.registry.LoadResult;
import org.ansinh.app.registry.LoadResult.Counts;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.app.registry.model.Folding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/** Rows into staging, staging into the register. Must run inside a transaction. */
@Repository
public class LoadRows {

    private final DataSource source;
    private final JdbcClient jdbc;

    public LoadRows(DataSource source) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
    }

    public LoadResult post(Consumer<RegisterLoad> rows, LocalDate today) {
        return staged(rows, today, () -> jdbc.sql("select * from registry.post()"));
    }

    /** Whose deaths the rows of this transaction told. */
    public List<Integer> died() {
        return jdbc.sql("select registry.face_died()")
                .query((row, n) -> row.getInt(1))
                .list();
    }

    /** One part of a filling; {@code later}: it speaks of people whom an earlier stage brought. */
    public LoadResult postPart(
            String filling, String part, boolean later, Consumer<RegisterLoad> rows, LocalDate today) {
        return staged(
                rows,
                today,
                () -> jdbc.sql("select * from registry.post_part(:name, :part, :later)")
                        .param("name", filling)
                        .param("part", part)
                        .param("later", later));
    }

    private LoadResult staged(Consumer<RegisterLoad> rows, LocalDate today, Supplier<StatementSpec> post) {
        jdbc.sql("select registry.open_staging()").query(row -> {});
        var connection = DataSourceUtils.getConnection(source);
        try {
            var staging = new Staging(connection, factNumbers(), relationNumbers(), today);
            rows.accept(staging);
            staging.send();
            nameVillages();
            var posted = posted(post.get());
            var refusals = new ArrayList<>(staging.refusals());
            refusals.addAll(refusedByTheDatabase());
            return new LoadResult(posted.added(), posted.lastRecording(), refusals, staging.repairs());
        } catch (SQLException e) {
            throw new org.springframework.jdbc.UncategorizedSQLException("opening staging", null, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    public Map<SubjectRef, Loaded> loaded(Collection<SubjectRef> subjects) {
        var found = new HashMap<SubjectRef, Loaded>();
        for (var kind : List.of(SubjectRef.Kind.PERSON, SubjectRef.Kind.HOUSEHOLD)) {
            var refs = subjects.stream()
                    .filter(it -> it.kind() == kind)
                    .map(SubjectRef::ref)
                    .toArray(Integer[]::new);
            jdbc.sql(
                            "select ref, subject_id, name, born, coalesce(commune_code, '') from registry.face_loaded(cast(:kind as \"char\"), :refs)")
                    .param("kind", String.valueOf(kind.letter()))
                    .param("refs", refs)
                    .query(row -> {
                        var born = Optional.ofNullable(row.getObject(4, LocalDate.class));
                        found.put(
                                new SubjectRef(kind, row.getInt(1)),
                                new Loaded(row.getInt(2), row.getString(3), born, row.getString(5)));
                    });
        }
        return found;
    }

    /** What {@code registry.posted} says. */
    static LoadResult posted(StatementSpec statement) {
        return statement
                .query((row, n) -> new LoadResult(
                        new Counts(
                                row.getLong("recordings"),
                                row.getLong("people"),
                                row.getLong("households"),
                                row.getLong("identities"),
                                row.getLong("memberships"),
                                row.getLong("relations"),
                                row.getLong("facts")),
                        row.getLong("last_number"),
                        List.of(),
                        List.of()))
                .single();
    }

    private List<Refusal> refusedByTheDatabase() {
        return jdbc.sql(
                        "select section, line, coalesce(field, ''), coalesce(value, ''), why, coalesce(detail, '') from pg_temp.staged_refusal order by line, section")
                .query((row, n) -> new Refusal(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    private Map<String, Short> factNumbers() {
        return numbers("select id, no from registry.fact_definition where not retired");
    }

    private Map<String, Short> relationNumbers() {
        return numbers("select id, no from registry.relation_kind order by no");
    }

    private Map<String, Short> numbers(String sql) {
        var numbers = new LinkedHashMap<String, Short>();
        jdbc.sql(sql).query(row -> {
            numbers.put(row.getString(1), row.getShort(2));
        });
        return numbers;
    }

    /** Villages are searched by their names too, folded by the same code as those of people. */
    private void nameVillages() {
        var ids = new ArrayList<Integer>();
        var words = new ArrayList<String>();
        jdbc.sql("""
                select distinct on (v.village_id) v.village_id, v.name from territory.face_village v
                where v.village_id in (select s.village_id from registry.staged_villages() s(village_id))
                order by v.village_id, upper(v.days) desc nulls first""").query(row -> {
            ids.add(row.getInt(1));
            words.add(Folding.fold(row.getString(2)));
        });
        if (!ids.isEmpty()) {
            jdbc.sql("select registry.face_name_villages(:ids, :words)")
                    .param("ids", ids.toArray(new Integer[0]))
                    .param("words", words.toArray(new String[0]))
                    .query(row -> {});
        }
    }
}
