package org.ansinh.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerDesk;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.postgres.DataFolder;
import org.ansinh.postgres.HouseTrouble;
import org.ansinh.postgres.Secrets;
import org.ansinh.postgres.Sentences;
import org.springframework.context.ApplicationContext;

/** The accounts that a start opens: the first administrator, or the demonstration's officers. */
final class Accounts {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    /** Where the planted stories live: more communes than one office has, so that one pair of officers can walk through all of them. */
    private static final List<String> STORIES = List.of("01477", "01576", "01654", "01786", "01501", "01438");
    /** Every field of work of a commune. */
    private static final Set<String> PURPOSES = Set.of(
            "social_assistance",
            "social_pension",
            "community_care",
            "health_insurance",
            "electricity",
            "poverty_reduction",
            "education",
            "housing",
            "training",
            "credit",
            "abroad",
            "merit");

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

    /** A house that nobody could enter is not called ready. */
    void mustSuffice(boolean demo) {
        var given = given();
        if (!demo
                && !given.isBlank()
                && given.length() < OfficerDesk.SHORTEST_PASSWORD
                && !officers.anyAdministrator()) {
            throw new HouseTrouble("accounts.admin_weak", OfficerDesk.SHORTEST_PASSWORD);
        }
    }

    private static String given() {
        return System.getenv().getOrDefault("ANSINH_ADMIN_PASSWORD", "");
    }

    void show(boolean demo) {
        if (demo) {
            try {
                showDemo(folder.file("demo-accounts.txt"));
            } catch (IOException e) {
                throw folder.trouble(e);
            }
        } else if (!officers.anyAdministrator()) {
            openAdministrator();
        }
    }

    private void openAdministrator() {
        String given = given();
        boolean generated = given.isBlank();
        String password = generated ? Secrets.randomPassword() : given;
        var administrator = NewOfficer.firstAdministrator("admin", today);
        Acting.run(Actor.WORKER, () -> officers.open(administrator, password, true));
        out.println(
                generated ? Sentences.both("accounts.admin_made", password) : Sentences.both("accounts.admin_given"));
    }

    /** One officer of each kind, in communes that stand for the province: two rural ones, Bảo Lâm and Lý Bôn; two more for the stories. */
    private List<NewOfficer> demoOfficers() {
        var area = List.of("01290", "01294");
        var province = List.of("*");
        LocalDate none = null;
        return List.of(
                new NewOfficer("canbo", "Nông Thị Lan", Set.of("commune_officer"), area, PURPOSES, LONG_AGO, none),
                new NewOfficer("chutich", "Hoàng Văn Chủ", Set.of("commune_chair"), area, PURPOSES, LONG_AGO, none),
                new NewOfficer("canbo2", "Triệu Thị Yến", Set.of("commune_officer"), STORIES, PURPOSES, LONG_AGO, none),
                new NewOfficer("chutich2", "Đinh Văn Quân", Set.of("commune_chair"), STORIES, PURPOSES, LONG_AGO, none),
                new NewOfficer(
                        "lanhdao", "Lục Thị Hương", Set.of("provincial_approver"), province, PURPOSES, LONG_AGO, none),
                new NewOfficer("ketoan", "Bế Văn Thành", Set.of("paying_officer"), province, Set.of(), LONG_AGO, none),
                new NewOfficer("ketoan2", "Đàm Thị Nga", Set.of("paying_officer"), province, Set.of(), LONG_AGO, none),
                new NewOfficer(
                        "thanhtra",
                        "Triệu Văn Minh",
                        Set.of("inspector"),
                        province,
                        Set.of(),
                        LONG_AGO,
                        today.plusYears(1)),
                new NewOfficer("phapche", "Lý Thị Mai", Set.of("jurist"), List.of(), Set.of(), LONG_AGO, none),
                new NewOfficer("thongke", "Mã Thị Thu", Set.of("statistician"), province, Set.of(), LONG_AGO, none),
                new NewOfficer(
                        "admin", "Nguyễn Quản Trị", Set.of("administrator"), List.of(), Set.of(), LONG_AGO, none));
    }

    /** The password stands in the file before the account is opened with it: cut off in between, the next start opens it with the same one. */
    private void showDemo(Path file) throws IOException {
        Map<String, String> passwords = read(file);
        for (NewOfficer officer : demoOfficers()) {
            String known = passwords.get(officer.login());
            var opened = officers.find(officer.login());
            if (known != null && opened.isPresent()) {
                continue;
            }
            String password = known == null ? Secrets.randomPassword() : known;
            if (known == null) {
                append(file, officer.login() + "\t" + password + "\n");
                passwords.put(officer.login(), password);
            }
            Acting.run(
                    Actor.WORKER,
                    () -> opened.ifPresentOrElse(
                            id -> officers.resetPassword(id, password, false),
                            () -> officers.open(officer, password, false)));
        }
        out.println(Sentences.both("accounts.demo", file));
        for (NewOfficer officer : demoOfficers()) {
            out.printf(
                    "  %-10s %-26s %-20s %s%n",
                    officer.login(),
                    passwords.get(officer.login()),
                    String.join(",", officer.roles()),
                    officer.communes().contains("*") ? "tỉnh / province" : String.join(",", officer.communes()));
        }
    }

    private static Map<String, String> read(Path file) throws IOException {
        var passwords = new HashMap<String, String>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split("\t", -1);
                if (parts.length >= 2) {
                    passwords.put(parts[0], parts[1]);
                }
            }
        }
        return passwords;
    }

    private static void append(Path file, String line) throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, line, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
    }
}
