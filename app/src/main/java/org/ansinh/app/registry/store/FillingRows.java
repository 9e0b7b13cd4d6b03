package org.ansinh.app.registry.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.ansinh.app.registry.LoadResult;
import org.ansinh.app.registry.Paper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The state of a filling: its papers, its parts, its proof. Each call is one transaction of the caller's. */
@Repository
public class FillingRows {

    /** The heavy indexes lie in this many shares of about the same work. */
    public static final int SHARES = 2;

    private final JdbcClient jdbc;

    public FillingRows(DataSource source) {
        this.jdbc = JdbcClient.create(source);
    }

    /** @return whether there is anything to do */
    public boolean begin(String name, List<Paper> papers) {
        var open = jdbc.sql("select registry.begin_filling(:name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
        if (open) {
            papers.forEach(this::record);
        }
        return open;
    }

    private void record(Paper it) {
        var key = it.onceKey().orElseThrow(() -> new IllegalArgumentException("a paper without a key: " + it));
        jdbc.sql("""
                        select registry.open_recording(:act, :document, :received, :key, cast(:at as timestamptz))
                        where registry.face_recorded_under(:key) is null""")
                .param("act", it.act())
                .param("document", it.document().orElse(null))
                .param("received", it.receivedOn().orElse(null))
                .param("key", key)
                .param("at", it.saidAt().map(Object::toString).orElse(null))
                .query(row -> {});
    }

    public Set<String> partsDone(String name) {
        return new HashSet<>(jdbc.sql("select * from registry.parts_filled(:name)")
                .param("name", name)
                .query(String.class)
                .list());
    }

    public void prove(int share) {
        jdbc.sql("select registry.prove_filling(:share)").param("share", share).query(row -> {});
    }

    public LoadResult finish(String name) {
        return LoadRows.posted(
                jdbc.sql("select * from registry.finish_filling(:name)").param("name", name));
    }
}
