package org.ansinh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Officers of all communes, given their accounts the way an administrator gives them; kept beside the data they belong to. */
record Staff(List<Member> members) {

    private static final String FILE = "bench-staff.txt";
    private static final Pattern COMMUNE = Pattern.compile("<option value=\"(\\d{5})\"");
    private static final Pattern PASSWORD = Pattern.compile("<code class=\"secret\">([^<]+)</code>");
    private static final Pattern PURPOSE = Pattern.compile("name=\"purposes\" value=\"([^\"]*)\"");

    /** One officer with the first password changed. */
    record Member(String login, String password, String commune, boolean chairs) {
        private String line() {
            return String.join("\t", login, password, commune, Boolean.toString(chairs));
        }

        private static Member of(String line) {
            var words = line.split("\t", -1);
            return new Member(words[0], words[1], words[2], Boolean.parseBoolean(words[3]));
        }
    }

    /** A chair for each commune and officers for the rest, as evenly as it goes. */
    static Staff of(Server server, Path data, int many) throws IOException, InterruptedException {
        var file = data.resolve(FILE);
        if (Files.exists(file)) {
            return new Staff(Files.readAllLines(file).stream().map(Member::of).toList());
        }
        var members = new ArrayList<Member>();
        try (var admin = Visitor.signIn(server, data, "admin")) {
            var communes = WebForm.all(COMMUNE, admin.page("/officers/new"));
            for (int i = 0; i < many; i++) {
                members.add(opened(
                        server,
                        admin,
                        "bench%03d".formatted(i),
                        communes.get(i % communes.size()),
                        i < communes.size()));
            }
        }
        Files.write(file, members.stream().map(Member::line).toList());
        return new Staff(members);
    }

    private static Member opened(Server server, Visitor admin, String login, String commune, boolean chairs)
            throws IOException, InterruptedException {
        var page = admin.page("/officers/new");
        var form = WebForm.of(page, "/officers")
                .with(Map.of(
                        "login",
                        login,
                        "fullName",
                        "Cán bộ đo tải",
                        "role",
                        chairs ? "commune_chair" : "commune_officer",
                        "commune",
                        commune));
        var purposes = WebForm.all(PURPOSE, page);
        var answer =
                admin.post(form.action(), form.fields(), "purposes", purposes).body();
        var first = PASSWORD.matcher(answer);
        if (!first.find()) {
            throw new IOException("No account was opened for " + login);
        }
        var own = login + "-" + first.group(1);
        try (var officer = Visitor.signIn(server, login, first.group(1))) {
            var change = WebForm.of(officer.page("/account/password"), "/account/password")
                    .with(Map.of("old", first.group(1), "fresh", own, "again", own));
            officer.post(change.action(), change.fields());
        }
        return new Member(login, own, commune, chairs);
    }
}
