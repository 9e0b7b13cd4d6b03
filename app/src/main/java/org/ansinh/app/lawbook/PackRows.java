package org.ansinh.app.lawbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.lawbook.LawbookDesk.Installed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The packs and when each was put in force. */
@Repository
class PackRows {

    private static final String INSTALLED =
            "select i.hash, p.pack_id, p.version, i.from_recording, i.installed_at from lawbook.in_force i join lawbook.pack p using (hash) ";

    private final JdbcClient jdbc;

    PackRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void store(String hash, String packId, String version, byte[] files) {
        jdbc.sql(
                        "insert into lawbook.pack (hash, pack_id, version, files) values (:hash, :packId, :version, :files) on conflict (hash) do nothing")
                .param("hash", hash)
                .param("packId", packId)
                .param("version", version)
                .param("files", files)
                .update();
    }

    void putInForce(String hash, long afterRecording) {
        jdbc.sql("insert into lawbook.in_force (hash, from_recording) values (:hash, :after)")
                .param("hash", hash)
                .param("after", afterRecording)
                .update();
    }

    Optional<Installed> current() {
        return jdbc.sql(INSTALLED + "order by i.number desc limit 1")
                .query(PackRows::installed)
                .optional();
    }

    /** Before the first pack there is no knowledge: the first pack answers for it. */
    Optional<Installed> inForceAt(long recording) {
        return jdbc.sql(
                        INSTALLED
                                + "order by i.from_recording < :recording desc, case when i.from_recording < :recording then i.number end desc, i.number limit 1")
                .param("recording", recording)
                .query(PackRows::installed)
                .optional();
    }

    List<Installed> history() {
        return jdbc.sql(INSTALLED + "order by i.number desc")
                .query(PackRows::installed)
                .list();
    }

    Optional<byte[]> files(String hash) {
        return jdbc.sql("select files from lawbook.pack where hash = :hash")
                .param("hash", hash)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    private static Installed installed(ResultSet row, int n) throws SQLException {
        return new Installed(
                row.getString("hash"),
                row.getString("pack_id"),
                row.getString("version"),
                row.getLong("from_recording"),
                row.getTimestamp("installed_at").toInstant());
    }
}
