package org.ansinh.app.reporting.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansinh.app.reporting.Cell;
import org.ansinh.app.reporting.FiguresDesk.Counted;
import org.ansinh.app.reporting.FiguresDesk.Figure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts and the lists behind them; the database makes both of the same words, applies the area itself, and gives names only to whoever may see them. */
@Repository
public class FigureRows {

    private final JdbcClient jdbc;

    FigureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By programme ({@code ""} where the measure is of none), then by value. */
    public Map<String, Map<String, Figure>> counted(Cell cell) {
        var figures = new HashMap<String, Map<String, Figure>>();
        asked(
                        "select programme, value, counted, dong from reporting.counted(:measure, :month, :programme, :dimension)",
                        cell)
                .query(row -> {
                    figures.computeIfAbsent(row.getString("programme"), it -> new HashMap<>())
                            .put(row.getString("value"), new Figure(row.getLong("counted"), row.getLong("dong")));
                });
        return figures;
    }

    public List<Counted> listed(Cell cell, int offset, int limit) {
        return asked(
                        "select * from reporting.listed(:measure, :month, :programme, :dimension, :value, :offset, :limit)",
                        cell)
                .param("value", cell.value().orElse(null))
                .param("offset", offset)
                .param("limit", limit)
                .query(FigureRows::counted)
                .list();
    }

    /** Whether whoever acts sees the people behind a figure. */
    public boolean opens() {
        return jdbc.sql("select access.sees_reasons()").query(Boolean.class).single();
    }

    private JdbcClient.StatementSpec asked(String sql, Cell cell) {
        return jdbc.sql(sql)
                .param("measure", cell.measure().name())
                .param("month", cell.month().atDay(1))
                .param("programme", cell.programme().orElse(null))
                .param("dimension", cell.dimension().name());
    }

    private static Counted counted(ResultSet row, int n) throws SQLException {
        return new Counted(
                row.getString("kind").equals("h"),
                row.getInt("id"),
                row.getString("name"),
                row.getInt("year"),
                row.getString("village"),
                row.getString("commune_code"),
                row.getLong("dong"));
    }
}
