package org.ansinh.app.exchange.work;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.exchange.BroughtFile;
import org.ansinh.app.exchange.BroughtFile.State;
import org.ansinh.app.exchange.ExportDesk;
import org.ansinh.app.exchange.FileRefused;
import org.ansinh.app.exchange.ImportDesk;
import org.ansinh.app.exchange.ImportReport;
import org.ansinh.app.exchange.RowRefusal;
import org.ansinh.app.territory.TerritoryDesk;
import org.ansinh.app.territory.TerritoryDesk.NewVillage;
import org.ansinh.app.testing.House;
import org.ansinh.timeline.DateRange;
import org.ansinh.timeline.Timeline;
import org.springframework.context.MessageSource;

/** An office that brings files: a whole house in which nobody is recorded yet, with a village in Thục Phán and one in Bảo Lạc, and two officers for the province. */
final class Office implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
    static final String THUC_PHAN = "01273";
    static final String BAO_LAC = "01321";

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final Set<String> ALL =
            Set.of("social_assistance", "social_pension", "community_care", "health_insurance", "electricity");

    final House house;
    final ImportDesk desk;
    final ExportDesk out;
    final OfficerId clerk;
    final OfficerId approver;

    private Office(House house) {
        this.house = house;
        this.desk = house.get(ImportDesk.class);
        this.out = house.get(ExportDesk.class);
        this.clerk = house.officer("nhap.lieu", "commune_officer", ALL, "*");
        this.approver = house.officer("phe.duyet", "provincial_approver", ALL, "*");
    }

    static Office open(String... settings) {
        var office = new Office(House.open(settings));
        Acting.run(
                Actor.WORKER,
                () -> office.house
                        .get(TerritoryDesk.class)
                        .addVillages(List.of(village("V1", "Nà Lắc", THUC_PHAN), village("V2", "Bản Mới", BAO_LAC))));
        return office;
    }

    private static NewVillage village(String code, String name, String commune) {
        var since = DateRange.startingOn(LocalDate.of(2025, 7, 1));
        return new NewVillage(
                code, name, true, Timeline.of(List.of(new Timeline.Span<>(since, commune))), List.of(), List.of());
    }

    @Override
    public void close() {
        house.close();
    }

    /** Brings a file and has it read; nothing is recorded yet. */
    BroughtFile bring(OfficerId officer, String name, byte[] bytes) {
        return bring(officer, name, bytes, TODAY);
    }

    BroughtFile bring(OfficerId officer, String name, byte[] bytes, LocalDate asOf) {
        var id = Acting.as(Actor.officer(officer), () -> desk.bring(new ByteArrayInputStream(bytes), name, asOf));
        house.work();
        return find(officer, id);
    }

    BroughtFile find(OfficerId officer, org.ansinh.app.exchange.FileId id) {
        return Acting.as(Actor.officer(officer), () -> desk.find(id)).orElseThrow();
    }

    BroughtFile accept(OfficerId officer, BroughtFile file) {
        Acting.run(Actor.officer(officer), () -> desk.accept(file.id()));
        house.work();
        return find(officer, file.id());
    }

    ImportReport preview(String name, String text) {
        return report(bring(clerk, name, bytes(text)));
    }

    /** Brings a file in: the clerk, and where two are needed the approver. */
    ImportReport load(String name, String text) {
        return load(name, bytes(text));
    }

    ImportReport load(Path file) {
        try {
            return load(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    ImportReport load(String name, byte[] bytes) {
        return load(clerk, bring(clerk, name, bytes));
    }

    ImportReport load(OfficerId officer, BroughtFile read) {
        if (report(read).broughtNothingNew()) {
            return report(read);
        }
        return report(accept(read.twoNeeded() ? approver : officer, read));
    }

    /** What came of it; a file that was refused whole says so as the page would. */
    static ImportReport report(BroughtFile file) {
        if (file.state() == State.REFUSED) {
            throw file.refused().orElseThrow();
        }
        return file.report().orElseThrow();
    }

    static String refusedAs(BroughtFile file) {
        return file.refused().map(FileRefused::why).orElse("");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Path refusedRows(BroughtFile file, Path into) {
        Acting.run(Actor.officer(clerk), () -> desk.refusedRows(file.id(), into));
        return into;
    }

    Path export(OfficerId officer, Path into, Consumer<Path> write) {
        Acting.run(Actor.officer(officer), () -> write.accept(into));
        return into;
    }

    /** What stands beside the row on the page. */
    String said(RowRefusal refusal) {
        return house.get(MessageSource.class).getMessage(refusal, VIETNAMESE);
    }

    String said(FileRefused why) {
        return house.get(MessageSource.class)
                .getMessage("exchange.file." + why.why(), new Object[] {why.detail()}, VIETNAMESE);
    }

    String text(String sql) {
        return house.text(sql);
    }
}
