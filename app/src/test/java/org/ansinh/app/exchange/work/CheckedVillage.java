package org.ansinh.app.exchange.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerDesk;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.exchange.FileId;
import org.ansinh.app.exchange.PopulationFilesDesk;
import org.ansinh.app.exchange.PopulationFilesDesk.Choice;
import org.ansinh.app.exchange.PopulationFilesDesk.Looked;
import org.ansinh.app.exchange.model.TableFile;
import org.ansinh.app.registry.PopulationCheckDesk;
import org.ansinh.app.registry.PopulationCheckDesk.Line;
import org.ansinh.app.registry.PopulationCheckDesk.Made;
import org.ansinh.app.registry.PopulationCheckDesk.Order;
import org.ansinh.app.registry.PopulationCheckDesk.Taken;
import org.dhatim.fastexcel.Workbook;

/** A village of Thục Phán whose people are checked against the population database, and Lan, who sends the lists. Every household has people of its own. */
final class CheckedVillage implements AutoCloseable {

    static final String HERE = Office.THUC_PHAN;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final Office office = Office.open();
    final OfficerId lan = office.house.officer("lan.check", "commune_officer", Set.of("social_pension"), HERE);
    final OfficerId neighbour =
            office.house.officer("binh.check", "commune_officer", Set.of("social_pension"), Office.BAO_LAC);
    final OfficerId chair = office.house.officer("chu.check", "commune_chair", Set.of("social_pension"), HERE);
    final OfficerId inspector = Acting.as(
            Actor.WORKER,
            () -> office.house
                    .get(OfficerDesk.class)
                    .open(
                            new NewOfficer(
                                    "thanh.check",
                                    "Triệu Văn Thanh",
                                    Set.of("inspector"),
                                    List.of(HERE),
                                    Set.of("social_pension"),
                                    LocalDate.of(2026, 1, 1),
                                    LocalDate.of(2027, 12, 31)),
                            "mot mat khau dai",
                            false));

    final PopulationFilesDesk files = office.house.get(PopulationFilesDesk.class);
    final PopulationCheckDesk checks = office.house.get(PopulationCheckDesk.class);

    /** Bảo (born 1950 with a number), Hoa (1955 with a number), Sơn (1948, of whom only the year is known, without one). */
    record Home(String code, int household, int bao, int hoa, int son) {}

    Home home() {
        var n = NUMBERS.incrementAndGet();
        var code = "DC-H%d".formatted(n);
        assertThat(office.load("ho.csv", "Mã hộ,Xã,Thôn\n%s,Phường Thục Phán,Nà Lắc\n".formatted(code))
                        .refusals())
                .isEmpty();
        assertThat(office.load("nguoi.csv", """
                        Họ và tên;Ngày sinh;Giới tính;Số định danh;Mã hộ
                        Nông Văn Bảo;2/5/1950;Nam;0040501%05d;%s
                        Lý Thị Hoà;12/9/1955;Nữ;0041551%05d;%s
                        Bế Văn Sơn;1948;Nam;;%s
                        """.formatted(n, code, n, code, code))
                        .refusals())
                .isEmpty();
        return new Home(
                code,
                number("select household_id from registry.face_household where code = '%s'".formatted(code)),
                person(code, "Nông Văn Bảo"),
                person(code, "Lý Thị Hoà"),
                person(code, "Bế Văn Sơn"));
    }

    private int person(String code, String name) {
        return number("""
                select p.person_id from registry.face_person p join registry.face_household h using (household_id) where h.code = '%s' and p.name = '%s'""".formatted(code, name));
    }

    int number(String sql) {
        return Integer.parseInt(office.text("select (%s)::text".formatted(sql)));
    }

    <T> T as(OfficerId who, Supplier<T> work) {
        return Acting.as(Actor.officer(who), work::get);
    }

    Made made(OfficerId who, String chosen, Optional<Integer> subject) {
        var order = new Order(HERE, chosen, Optional.empty(), "Xác minh hồ sơ tháng 10");
        return as(
                who,
                () -> files.make(new Choice(order, subject), UUID.randomUUID().toString()));
    }

    int listOf(Home home) {
        return ((Made.Done) made(lan, "household", Optional.of(home.household()))).list();
    }

    Map<String, Line> lines(int list) {
        return as(lan, () -> checks.lines(list, Optional.empty())).stream()
                .collect(Collectors.toMap(it -> it.sent().name(), it -> it));
    }

    Line line(int list, String name) {
        return Objects.requireNonNull(lines(list).get(name));
    }

    /** The workbook as it went out: cells by headings, row by row. */
    List<Map<String, String>> sent(int list) {
        try {
            var file = Files.createTempFile("check", ".xlsx");
            Acting.run(Actor.officer(lan), () -> files.xlsx(list, file));
            return rows(file);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static List<Map<String, String>> rows(Path file) {
        var limits = org.ansinh.app.exchange.FileLimits.megabytes(8, 64, 1, 64);
        var table = TableFile.open(file, "x.xlsx", limits).getFirst();
        var headings = new ArrayList<String>();
        var rows = new ArrayList<Map<String, String>>();
        table.eachRow(row -> {
            if (row.cell(0).equals("Mã dòng")) {
                headings.addAll(row.cells());
            } else if (!headings.isEmpty()) {
                var cells = new LinkedHashMap<String, String>();
                for (int i = 0; i < headings.size(); i++) {
                    cells.put(headings.get(i), row.cell(i));
                }
                rows.add(cells);
            }
        });
        return rows;
    }

    /** What the police write into the row of somebody: heading, value, heading, value, … */
    static void answer(List<Map<String, String>> rows, String name, String... cells) {
        var row = rows.stream()
                .filter(it -> name.equals(it.get("Họ và tên")))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
    }

    /** The workbook as it comes back, columns in the order of the first row. */
    static byte[] workbook(List<Map<String, String>> rows) {
        var headings = List.copyOf(rows.getFirst().keySet());
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("Danh sách");
            for (int column = 0; column < headings.size(); column++) {
                sheet.inlineString(0, column, headings.get(column));
                for (int row = 0; row < rows.size(); row++) {
                    sheet.inlineString(row + 1, column, rows.get(row).getOrDefault(headings.get(column), ""));
                }
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return bytes.toByteArray();
    }

    FileId brought(OfficerId who, int list, byte[] workbook) {
        return as(who, () -> files.bring(list, new ByteArrayInputStream(workbook), "tra-loi.xlsx"));
    }

    Looked look(int list, List<Map<String, String>> rows) {
        var file = brought(lan, list, workbook(rows));
        return as(lan, () -> files.look(file)).orElseThrow();
    }

    /** Row, column, reason: as the officer reads it. */
    List<String> refused(Looked looked) {
        return looked.refusals().stream()
                .map(it -> "%d %s: %s".formatted(it.row(), it.column(), office.said(it)))
                .toList();
    }

    int taken(int list, List<Map<String, String>> rows) {
        var file = brought(lan, list, workbook(rows));
        return ((Taken.Done) as(lan, () -> files.record(file))).fresh();
    }

    @Override
    public void close() {
        office.close();
    }
}
