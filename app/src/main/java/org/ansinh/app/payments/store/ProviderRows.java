package org.ansinh.app.payments.store;

import java.util.List;
import org.ansinh.app.payments.ProviderDesk.Provider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contracts with whoever keeps electronic accounts; what was set last holds. */
@Repository
public class ProviderRows {

    private final JdbcClient jdbc;

    ProviderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Provider> open() {
        return jdbc.sql(
                        "select p.*, coalesce(o.full_name, '') as full_name from payments.face_e_provider p left join access.face_officer o on o.role_name = p.set_by order by p.name")
                .query((row, n) -> new Provider(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("contract"),
                        row.getString("full_name"),
                        row.getTimestamp("set_at").toInstant()))
                .list();
    }

    public void set(String name, String contract, boolean open) {
        jdbc.sql("select payments.set_e_provider(?, ?, ?)")
                .params(name, contract, open)
                .query(row -> {});
    }
}
