package org.ansinh.app;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerDesk;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.postgres.DataFolder;
import org.ansinh.postgres.Secrets;
import org.springframework.context.ApplicationContext;

/** The accounts that a start opens: the first administrator, or the demonstration's officers. */
final class Accounts {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final Set<String> PURPOSES =
            Set.of("social_assistance", "social_pension", "health_insurance", "electricity", "poverty_reduction");

    private final OfficerDesk officers;
    private final LocalDate today;
    private final DataFolder folder;
    private final PrintStream out;

    Accounts(ApplicationContext context, DataFolder folder, PrintStream out) {
        this.officers = context.getBean(OfficerDesk.class);
        this.today = LocalDate.now(context.getBean(Clock.class));
        this.folder = folder;
        this.out = out;
    }

    void show(boolean demo) {
        if (demo) {
            showDemo();
        } else if (!officers.anyAdministrator()) {
            openAdministrator();
        }
    }

    private void openAdministrator() {
        String given = System.getenv("ANSINH_ADMIN_PASSWORD");
        boolean generated = given == null || given.isBlank();
        String password = generated ? Secrets.randomPassword() : given;
        open(
                new NewOfficer("admin", "Quản trị viên", Set.of("administrator"), List.of(), Set.of(), today, null),
                password,
                true);
        out.println(
                generated
                        ? "The first administrator: login admin, password " + password
                                + "\nIt is shown this once and must be changed at the first sign-in."
                        : "The first administrator: login admin, with the password in ANSINH_ADMIN_PASSWORD; it must be changed at the first sign-in.");
    }

    /** One officer of each kind, in communes that stand for the province: two rural ones, Bảo Lâm and Lý Bôn. */
    private List<NewOfficer> demoOfficers() {
        var area = List.of("01290", "01294");
        var province = List.of("*");
        LocalDate none = null;
        return List.of(
                new NewOfficer("canbo", "Nông Thị Lan", Set.of("commune_officer"), area, PURPOSES, LONG_AGO, none),
                new NewOfficer("chutich", "Hoàng Văn Chủ", Set.of("commune_chair"), area, PURPOSES, LONG_AGO, none),
                new NewOfficer(
                        "lanhdao", "Lục Thị Hương", Set.of("provincial_approver"), province, PURPOSES, LONG_AGO, none),
                new NewOfficer("ketoan", "Bế Văn Thành", Set.of("paying_officer"), province, PURPOSES, LONG_AGO, none),
                new NewOfficer("ketoan2", "Đàm Thị Nga", Set.of("paying_officer"), province, PURPOSES, LONG_AGO, none),
                new NewOfficer(
                        "thanhtra",
                        "Triệu Văn Minh",
                        Set.of("inspector"),
                        province,
                        PURPOSES,
                        LONG_AGO,
                        today.plusYears(1)),
                new NewOfficer("phapche", "Lý Thị Mai", Set.of("jurist"), province, PURPOSES, LONG_AGO, none),
                new NewOfficer(
                        "admin", "Nguyễn Quản Trị", Set.of("administrator"), List.of(), Set.of(), LONG_AGO, none));
    }

    private void showDemo() {
        Path file = folder.file("demo-accounts.txt");
        try {
            for (NewOfficer officer : demoOfficers()) {
                if (officers.find(officer.login()).isEmpty()) {
                    String password = Secrets.randomPassword();
                    open(officer, password, false);
                    append(
                            file,
                            "%s\t%s\t%s\t%s%n"
                                    .formatted(
                                            officer.login(),
                                            password,
                                            String.join(",", officer.roles()),
                                            String.join(",", officer.communes())));
                }
            }
            out.println("Demo accounts (also in " + file + "):");
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split("\t", -1);
                out.printf(
                        "  %-10s %-26s %-20s %s%n",
                        parts[0], parts[1], parts[2], parts[3].equals("*") ? "province" : parts[3]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The demo accounts' file " + file + " can be neither read nor written.", e);
        }
    }

    private void open(NewOfficer officer, String password, boolean mustChange) {
        Acting.run(Actor.WORKER, () -> {
            var opened = officers.open(officer, password, mustChange);
            java.util.Objects.requireNonNull(opened);
        });
    }

    private static void append(Path file, String line) throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, line, java.nio.file.StandardOpenOption.APPEND);
    }
}
