package org.ansinh.app.casework.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.casework.Attachment;
import org.ansinh.app.casework.PaperType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Papers attached to files and their bytes, in parts: a whole photo is never held in memory. Needs a transaction. */
@Repository
public class AttachmentRows {

    private static final int PART = 1 << 19;

    private static final String SHOWN = """
            select a.*, coalesce(b.full_name, '') as attached_name, coalesce(t.full_name, '') as taken_away_name from casework.attachment a
              left join access.face_officer b on b.role_name = a.attached_by
              left join access.face_officer t on t.role_name = a.taken_away_by
             where a.application_id = :application and (cast(:attachment as bigint) is null or a.attachment_id = :attachment) order by a.attachment_id""";

    private final JdbcClient jdbc;

    AttachmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Attachment> of(long application) {
        return jdbc.sql(SHOWN)
                .param("application", application)
                .param("attachment", null)
                .query(AttachmentRows::attachment)
                .list();
    }

    public Optional<Attachment> find(long application, long attachment) {
        return jdbc.sql(SHOWN)
                .param("application", application)
                .param("attachment", attachment)
                .query(AttachmentRows::attachment)
                .optional();
    }

    /** Whose file it is: of a household its head; 0 where nobody is to be seen. */
    public int person(long application) {
        return jdbc.sql("""
                        select coalesce(case a.subject_kind when 'p' then a.subject_id else h.head_id end, 0) from casework.application a
                          left join registry.face_household h on a.subject_kind = 'h' and h.household_id = a.subject_id
                         where a.application_id = ?""").param(application).query(Integer.class).optional().orElse(0);
    }

    /** What a paper is before it has a number. */
    public record Fresh(long application, String paper, String givenName, PaperType type, long size, String digest) {}

    public long attach(Fresh it, Path content) {
        long id = jdbc.sql("""
                        insert into casework.attachment (application_id, paper, given_name, content_type, size_bytes, digest) values (?, ?, ?, ?, ?, ?)
                        returning attachment_id""")
                .params(it.application(), it.paper(), it.givenName(), it.type().mediaType(), it.size(), it.digest())
                .query(Long.class)
                .single();
        try (InputStream bytes = Files.newInputStream(content)) {
            int part = 0;
            for (var piece = bytes.readNBytes(PART); piece.length > 0; piece = bytes.readNBytes(PART)) {
                jdbc.sql("insert into casework.attachment_part (attachment_id, part, bytes) values (?, ?, ?)")
                        .params(id, part++, piece)
                        .update();
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        // the database proves now what it would prove at the end, so that what it finds is told as a rule
        jdbc.sql("set constraints casework.attachment_proved immediate").update();
        return id;
    }

    public boolean takeAway(long application, long attachment, String because) {
        return jdbc.sql("""
                        update casework.attachment set taken_away_on = public.house_today(), taken_away_by = current_user, taken_away_because = ?
                         where application_id = ? and attachment_id = ? and taken_away_on is null""").params(because, application, attachment).update() == 1;
    }

    public void fetch(long attachment, OutputStream out) throws IOException {
        int part = 0;
        for (var piece = part(attachment, part); piece.length > 0; piece = part(attachment, part)) {
            out.write(piece);
            part++;
        }
    }

    private byte[] part(long attachment, int part) {
        return jdbc.sql("select bytes from casework.attachment_part where attachment_id = ? and part = ?")
                .params(attachment, part)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElse(new byte[0]);
    }

    private static Attachment attachment(ResultSet row, int n) throws SQLException {
        return new Attachment(
                row.getLong("attachment_id"),
                row.getString("paper"),
                row.getString("given_name"),
                PaperType.of(row.getString("content_type")),
                row.getInt("size_bytes"),
                row.getString("digest"),
                row.getObject("attached_on", LocalDate.class),
                row.getString("attached_name"),
                Optional.ofNullable(row.getObject("taken_away_on", LocalDate.class))
                        .map(on -> takenAway(on, row)));
    }

    private static Attachment.TakenAway takenAway(LocalDate on, ResultSet row) {
        try {
            return new Attachment.TakenAway(on, row.getString("taken_away_name"), row.getString("taken_away_because"));
        } catch (SQLException trouble) {
            throw new IllegalStateException(trouble);
        }
    }
}
