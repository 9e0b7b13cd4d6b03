package org.ansinh.app.determination.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ansinh.app.determination.Release;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What jurists have released. */
@Repository
public class ReleaseRows {

    private final JdbcClient jdbc;

    ReleaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<String> released() {
        return new HashSet<>(jdbc.sql("select what from determination.face_release")
                .query(String.class)
                .list());
    }

    public List<Release> all() {
        return jdbc.sql(
                        "select what, shown, because, jurist, released_at from determination.face_release order by released_at desc")
                .query((row, n) -> new Release(
                        row.getString("what"),
                        row.getString("shown"),
                        row.getString("because"),
                        row.getString("jurist"),
                        row.getTimestamp("released_at").toInstant()))
                .list();
    }

    /** False when it was released before. */
    public boolean add(String what, String shown, String because, String jurist) {
        return jdbc.sql("""
                                insert into determination.release (what, shown, because, jurist) values (:what, :shown, :because, :jurist)
                                on conflict (what) do nothing""")
                        .param("what", what)
                        .param("shown", shown)
                        .param("because", because)
                        .param("jurist", jurist)
                        .update()
                == 1;
    }
}
