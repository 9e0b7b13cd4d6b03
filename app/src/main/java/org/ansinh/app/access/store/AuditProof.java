package org.ansinh.app.access.store;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.InspectionDesk.Finding;
import org.ansinh.app.access.InspectionDesk.Proof;
import org.ansinh.postgres.DatabaseLogin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Seals what was written and proves what was sealed. The work is the database's own: whoever can only ask cannot be told a kinder story. */
@Repository
public class AuditProof {
    private final JdbcClient jdbc;

    public AuditProof(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For the command line: as the owner, without a server. */
    public static AuditProof over(DatabaseLogin owner) {
        return new AuditProof(
                JdbcClient.create(new DriverManagerDataSource(owner.url(), owner.user(), owner.password())));
    }

    @Transactional
    public long seal() {
        return jdbc.sql("select access.seal_audit()").query(Long.class).single();
    }

    @Transactional(readOnly = true)
    public Proof prove() {
        List<Finding> findings = jdbc.sql("select finding, batch_id, entry_id from access.audit_findings()")
                .query((row, n) ->
                        new Finding(row.getString(1), row.getObject(2, Long.class), row.getObject(3, Long.class)))
                .list();
        return jdbc.sql("select batches, sealed, waiting, erased, seal, sealed_at from access.audit_state()")
                .query((row, n) -> {
                    var at = row.getObject("sealed_at", OffsetDateTime.class);
                    return new Proof(
                            row.getLong("batches"),
                            row.getLong("sealed"),
                            row.getLong("waiting"),
                            row.getLong("erased"),
                            row.getString("seal"),
                            at == null ? null : at.toInstant(),
                            findings);
                })
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<Long> batchOf(String seal) {
        return jdbc.sql("select access.audit_knows_seal(?)")
                .param(seal)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }
}
