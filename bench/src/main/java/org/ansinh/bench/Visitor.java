package org.ansinh.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A signed-in officer of the demonstration: a browser's cookies without the browser. */
record Visitor(HttpClient client, URI address) implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final int OK = 200;
    private static final String BOUNDARY = "----an-sinh-bench";

    /** The password stands beside the demonstration's data. */
    static Visitor signIn(Server server, Path data, String account) throws IOException, InterruptedException {
        return signIn(server, account, password(data, account));
    }

    static Visitor signIn(Server server, String account, String password) throws IOException, InterruptedException {
        var client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        var visitor = new Visitor(client, server.address());
        var token = token(visitor.page("/login"));
        var answer = visitor.post("/login", Map.of("username", account, "password", password, "_csrf", token));
        if (answer.uri().getPath().equals("/login")) {
            throw new IOException("Sign-in as %s was refused.".formatted(account));
        }
        return visitor;
    }

    private static String password(Path data, String account) throws IOException {
        return Files.readAllLines(data.resolve("demo-accounts.txt")).stream()
                .map(it -> it.split("\t"))
                .filter(it -> it[0].equals(account))
                .findFirst()
                .orElseThrow(() -> new IOException("No demo account " + account))[1];
    }

    int get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofByteArray())
                .statusCode();
    }

    String page(String path) throws IOException, InterruptedException {
        return open(path).body();
    }

    /** What a form of that page must carry to be taken. */
    static String token(String page) throws IOException {
        var token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IOException("The page has no form: no _csrf field.");
        }
        return token.group(1);
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return post(path, form(fields), false);
    }

    /** The same with a field that has several values. */
    HttpResponse<String> post(String path, Map<String, String> fields, String name, List<String> values)
            throws IOException, InterruptedException {
        var several = values.stream().map(it -> "&" + form(Map.of(name, it))).collect(Collectors.joining());
        return post(path, form(fields) + several, false);
    }

    /** What the page itself asks for while somebody types. */
    HttpResponse<String> look(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return post(path, form(fields), true);
    }

    private HttpResponse<String> post(String path, String body, boolean typing)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        if (typing) {
            request.header("HX-Request", "true");
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
    }

    /** Takes home what a form hands out. */
    Path download(String path, Map<String, String> fields, Path into) throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(fields)))
                        .build(),
                BodyHandlers.ofFile(
                        into,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING));
        if (answer.statusCode() != OK) {
            throw new IOException("%s answered %d; see %s".formatted(path, answer.statusCode(), into));
        }
        return answer.body();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Sends a file as a form does; where it leads. */
    URI send(String path, Map<String, String> fields, Path file) throws IOException, InterruptedException {
        var before = new StringBuilder();
        fields.forEach((name, value) -> before.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value)));
        before.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(BOUNDARY, file.getFileName()));
        var body = BodyPublishers.concat(
                BodyPublishers.ofString(before.toString()),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--%s--\r\n".formatted(BOUNDARY)));
        return client.send(
                        HttpRequest.newBuilder(address.resolve(path))
                                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                                .POST(body)
                                .build(),
                        BodyHandlers.ofString())
                .uri();
    }

    @Override
    public void close() {
        client.close();
    }
}
