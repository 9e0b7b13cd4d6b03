package org.ansinh.app.payments.store;

import java.util.Map;
import org.ansinh.app.payments.BankList.Bank;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The list of banks as functions of the schema look into it. */
@Repository
public class BankRows {

    private final JdbcTemplate batches;

    public BankRows(JdbcTemplate batches) {
        this.batches = batches;
    }

    /** The table of the build wins: a bank that was added or given up is so with the next start. */
    public void mirror(Map<String, Bank> named) {
        batches.update("delete from payments.bank");
        batches.batchUpdate(
                "insert into payments.bank (code, bin, bic, short_name, name, gone) values (?, ?, ?, ?, ?, ?)",
                named.values().stream().distinct().map(BankRows::columns).toList());
        batches.batchUpdate(
                "insert into payments.bank_name (name, code) values (?, ?)",
                named.entrySet().stream()
                        .map(it -> new Object[] {it.getKey(), it.getValue().code()})
                        .toList());
    }

    private static @Nullable Object[] columns(Bank it) {
        return new Object[] {
            it.code(), it.bin().orElse(null), it.bic().orElse(null), it.shortName(), it.name(), it.gone()
        };
    }
}
