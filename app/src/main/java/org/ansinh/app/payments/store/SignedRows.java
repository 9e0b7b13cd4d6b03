package org.ansinh.app.payments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.ansinh.app.casework.LetterDesk.Signed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Under which number of the office's book, when and by whom decisions about money were signed. */
@Repository
public class SignedRows {

    private final JdbcClient jdbc;

    SignedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Signed suspension(long id) {
        return signed(
                "select book_number, (signed_at at time zone 'Asia/Ho_Chi_Minh')::date as signed_on, signed_by from payments.suspension where suspension_id = ?",
                id);
    }

    public Signed resumption(long id) {
        return signed(
                "select resume_number, (resumed_at at time zone 'Asia/Ho_Chi_Minh')::date as signed_on, resumed_by from payments.suspension where suspension_id = ?",
                id);
    }

    public Signed recovery(long id) {
        return signed("select book_number, signed_on, signed_by from payments.recovery where recovery_id = ?", id);
    }

    public Signed transfer(long id) {
        return signed(
                "select book_number, (signed_at at time zone 'Asia/Ho_Chi_Minh')::date as signed_on, signed_by from payments.transfer where transfer_id = ?",
                id);
    }

    public Signed receipt(long id) {
        return signed(
                "select receipt_number, (received_at at time zone 'Asia/Ho_Chi_Minh')::date as signed_on, received_by from payments.transfer where transfer_id = ?",
                id);
    }

    private Signed signed(String sql, long id) {
        return jdbc.sql(sql).param(id).query(SignedRows::signed).single();
    }

    private static Signed signed(ResultSet row, int n) throws SQLException {
        return new Signed(
                Optional.ofNullable(row.getObject(1, Integer.class)),
                Optional.ofNullable(row.getObject(2, LocalDate.class)),
                Optional.ofNullable(row.getString(3)));
    }
}
