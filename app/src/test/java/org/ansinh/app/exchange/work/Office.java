package org.ansinh.app.exchange.work;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.exchange.ExportDesk;
import org.ansinh.app.exchange.FileLimits;
import org.ansinh.app.exchange.ImportDesk;
import org.ansinh.app.exchange.ImportReport;
import org.ansinh.app.exchange.store.RegisterRows;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.lawbook.PackFolder;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.registry.LoadResult;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.app.registry.store.LoadRows;
import org.ansinh.app.territory.Gazetteer;
import org.ansinh.app.territory.TerritoryDesk;
import org.ansinh.app.testing.TestDatabase;
import org.ansinh.rules.Law;
import org.ansinh.rules.pack.FactDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** An office with a register of its own in which nobody is recorded yet: the communes of today, two villages, the law that ships with the server. */
final class Office {
    static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
    private static final Law LAW = PackFolder.shipped(Law::load);

    private final TestDatabase database;
    private final Path folder;
    final ImportDesk desk;
    final ExportDesk out;
    private Actor actor = Actor.WORKER;

    Office(TestDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
        this.desk = new ImportOffice(
                new OneWayIn(),
                new OneLaw(),
                new TwoVillages(),
                new RegisterRows(database.source()),
                FileLimits.megabytes(5, 50),
                database.clock());
        this.out = new ExportOffice(
                new RegisterRows(database.source()),
                new OneLaw(),
                new TwoVillages(),
                new NoAudit(),
                database.transactions(),
                database.clock());
    }

    /** Once per database. */
    static void lay(TestDatabase database) {
        database.run(Actor.WORKER, () -> {
            database.jdbc().sql("""
                    insert into territory.commune (code, kind, name, district, days)
                    values ('01273', 'Phường', 'Thục Phán', '', '[2025-07-01,)'), ('01321', 'Xã', 'Bảo Lạc', '', '[2025-07-01,)'),
                        ('01290', 'Xã', 'Bảo Lâm', '', '[2025-07-01,)')""").update();
            database.jdbc().sql("""
                    with v as (insert into territory.village (code, invented) values ('V1', true), ('V2', true) returning village_id, code)
                    insert into territory.village_name (village_id, name, commune_code, days)
                    select village_id, case code when 'V1' then 'Nà Lắc' else 'Bản Mới' end, case code when 'V1' then '01273' else '01321' end, '[2025-07-01,)'
                    from v""").update();
        });
        database.run(
                Actor.WORKER,
                () -> database.jdbc()
                        .sql("select registry.face_define_facts(cast(? as jsonb))")
                        .params(dictionary())
                        .query(row -> {}));
    }

    private static String dictionary() {
        return LAW.pack().dictionary().facts().stream()
                .filter(it -> !it.id().equals("household.village"))
                .map(Office::told)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String told(FactDefinition fact) {
        var values = fact.type()
                .enumeration()
                .map(id -> LAW.pack().dictionary().enumeration(id).values().stream()
                        .map(it -> '"' + it.id() + '"')
                        .collect(Collectors.joining(",", "[", "]")))
                .orElse("null");
        return """
                {"id":"%s","subject":"%s","type":"%s","enum_values":%s,"many":%s}""".formatted(
                        fact.id(),
                        fact.subject().word().charAt(0),
                        fact.type().kind().name().toLowerCase(Locale.ROOT),
                        values,
                        fact.many());
    }

    Office as(Actor somebody) {
        actor = somebody;
        return this;
    }

    Path file(String name, String text) {
        try {
            return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    ImportReport load(String name, String text) {
        return load(file(name, text));
    }

    ImportReport load(Path file) {
        return database.as(actor, () -> desk.load(file, file.getFileName().toString(), TODAY));
    }

    ImportReport preview(Path file) {
        return Acting.as(actor, () -> desk.preview(file, file.getFileName().toString(), TODAY));
    }

    byte[] bytes(Consumer<OutputStream> write) {
        var bytes = new ByteArrayOutputStream();
        write.accept(bytes);
        return bytes.toByteArray();
    }

    Path export(String name, Consumer<Path> write) {
        var file = folder.resolve(name);
        Acting.run(actor, () -> write.accept(file));
        return file;
    }

    String text(String sql) {
        return database.as(
                Actor.WORKER, () -> database.jdbc().sql(sql).query(String.class).single());
    }

    /** Loading joins the transaction that the test has opened, as the service does behind its proxy. */
    private final class OneWayIn implements LoadDesk {
        @Override
        public Map<SubjectRef, Loaded> loaded(java.util.Collection<SubjectRef> subjects) {
            return new LoadRows(database.source()).loaded(subjects);
        }

        @Override
        public LoadResult load(Consumer<RegisterLoad> told) {
            return new LoadRows(database.source()).post(told, TODAY);
        }

        @Override
        public LoadResult preview(Consumer<RegisterLoad> told) {
            return new TransactionTemplate(database.transactions()).execute(status -> {
                status.setRollbackOnly();
                return new LoadRows(database.source()).post(told, TODAY);
            });
        }

        @Override
        public LoadResult fill(Filling filling) {
            throw new AssertionError("an office's file never fills the register");
        }
    }

    private static final class NoAudit implements AuditDesk {
        @Override
        public void read(Reading reading, int personId) {}

        @Override
        public void searched(String words, List<Integer> shown) {}

        @Override
        public void exported(String query, long rows, String digest) {}
    }

    private static final class OneLaw implements LawbookDesk {
        @Override
        public Installed install(Path pack, long afterRecording) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Law current() {
            return LAW;
        }

        @Override
        public Law inForceAt(long recording) {
            return LAW;
        }

        @Override
        public Law byHash(String hash) {
            return LAW;
        }

        @Override
        public List<Installed> history() {
            return List.of();
        }
    }

    private static final class TwoVillages implements TerritoryDesk {
        private final Gazetteer gazetteer = Gazetteer.read();

        @Override
        public List<org.ansinh.app.territory.Commune> communesOn(LocalDate day) {
            return gazetteer.on(day);
        }

        @Override
        public Optional<org.ansinh.app.territory.Commune> commune(String code, LocalDate day) {
            return gazetteer.byCode(code, day);
        }

        @Override
        public org.ansinh.app.territory.Resolution resolve(
                String words, @org.jspecify.annotations.Nullable String district, LocalDate day) {
            return gazetteer.resolve(words, district, day);
        }

        @Override
        public List<Village> villagesOf(String commune, LocalDate day) {
            return switch (commune) {
                case "01273" -> List.of(new Village(1, "V1", "Nà Lắc", true, commune));
                case "01321" -> List.of(new Village(2, "V2", "Bản Mới", true, commune));
                default -> List.of();
            };
        }

        @Override
        public Optional<Village> village(int villageId, LocalDate day) {
            return Optional.empty();
        }

        @Override
        public void mirror() {}

        @Override
        public Map<String, Integer> addVillages(List<NewVillage> villages) {
            return Map.of();
        }
    }
}
