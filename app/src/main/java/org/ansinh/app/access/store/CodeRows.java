package org.ansinh.app.access.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.ansinh.app.access.OfficerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What officers' phones know, and the codes they keep on paper. */
@Repository
public class CodeRows {
    private final JdbcClient jdbc;

    public CodeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A phone's secret and the half minute of the last code that was taken. */
    public record PhoneCode(byte[] secret, long lastStep) {}

    @Transactional(readOnly = true)
    public Optional<PhoneCode> find(OfficerId id) {
        return jdbc.sql("select secret, last_step from access.account_code where officer_id = ?")
                .param(id.number())
                .query((row, n) -> new PhoneCode(row.getBytes(1), row.getLong(2)))
                .optional();
    }

    /** @return false when another sign-in was faster with the same code */
    @Transactional
    public boolean taken(OfficerId id, long step) {
        return jdbc.sql("update access.account_code set last_step = :step where officer_id = :id and last_step < :step")
                        .param("step", step)
                        .param("id", id.number())
                        .update()
                == 1;
    }

    /** @return false when there is no such code, or it was used before */
    @Transactional
    public boolean recovered(OfficerId id, byte[] hash, Instant now) {
        return jdbc.sql(
                                "update access.account_recovery set used_at = ? where officer_id = ? and hash = ? and used_at is null")
                        .params(now.atOffset(ZoneOffset.UTC), id.number(), hash)
                        .update()
                == 1;
    }

    @Transactional
    public void setUp(OfficerId id, PhoneCode code, Collection<byte[]> recovery, Instant now) {
        jdbc.sql("delete from access.account_recovery where officer_id = ?")
                .param(id.number())
                .update();
        jdbc.sql("""
                insert into access.account_code (officer_id, secret, last_step, confirmed_at) values (?, ?, ?, ?)
                on conflict (officer_id) do update
                   set secret = excluded.secret, last_step = excluded.last_step, confirmed_at = excluded.confirmed_at""")
                .params(id.number(), code.secret(), code.lastStep(), now.atOffset(ZoneOffset.UTC))
                .update();
        recovery.forEach(hash -> jdbc.sql("insert into access.account_recovery (officer_id, hash) values (?, ?)")
                .params(id.number(), hash)
                .update());
    }
}
