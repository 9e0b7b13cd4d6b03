package org.ansinh.app.payments.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.ansinh.app.casework.PaperDesk.Judged;
import org.ansinh.app.casework.PaperType;
import org.ansinh.app.payments.CashPaperDesk.Scan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Scans of signed lists and their bytes, in parts: a whole photo is never held in memory. Needs a transaction. */
@Repository
public class CashPaperRows {

    private static final int PART = 1 << 19;

    private final JdbcClient jdbc;

    CashPaperRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Scan> of(long cashDayId) {
        return jdbc.sql("""
                        select p.*, coalesce(o.full_name, '') as officer from payments.cash_paper p left join access.face_officer o on o.role_name = p.attached_by
                         where p.cash_day_id = ? order by p.cash_paper_id""").param(cashDayId).query(CashPaperRows::scan).list();
    }

    public void attach(long cashDayId, Judged it, Path content) {
        long id = jdbc.sql("""
                        insert into payments.cash_paper (cash_day_id, given_name, content_type, size_bytes, digest) values (?, ?, ?, ?, ?) returning cash_paper_id""")
                .params(cashDayId, it.name(), it.type().mediaType(), it.size(), it.digest())
                .query(Long.class)
                .single();
        try (InputStream bytes = Files.newInputStream(content)) {
            int part = 0;
            for (var piece = bytes.readNBytes(PART); piece.length > 0; piece = bytes.readNBytes(PART)) {
                jdbc.sql("insert into payments.cash_paper_part (cash_paper_id, part, bytes) values (?, ?, ?)")
                        .params(id, part++, piece)
                        .update();
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        // the database proves now what it would prove at the end, so that what it finds is told as a rule
        jdbc.sql("set constraints payments.cash_paper_proved immediate").update();
    }

    public void fetch(long scan, OutputStream out) throws IOException {
        int part = 0;
        for (var piece = part(scan, part); piece.length > 0; piece = part(scan, part)) {
            out.write(piece);
            part++;
        }
    }

    private byte[] part(long scan, int part) {
        return jdbc.sql("select bytes from payments.cash_paper_part where cash_paper_id = ? and part = ?")
                .params(scan, part)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElse(new byte[0]);
    }

    private static Scan scan(ResultSet row, int n) throws SQLException {
        return new Scan(
                row.getLong("cash_paper_id"),
                row.getString("given_name"),
                PaperType.of(row.getString("content_type")),
                row.getInt("size_bytes"),
                row.getString("digest"),
                row.getTimestamp("attached_at").toInstant(),
                row.getString("officer"));
    }
}
