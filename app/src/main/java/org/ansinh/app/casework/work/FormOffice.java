package org.ansinh.app.casework.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.casework.Application;
import org.ansinh.app.casework.FilledForm;
import org.ansinh.app.casework.FormDesk;
import org.ansinh.app.casework.store.ApplicationRows;
import org.ansinh.app.casework.store.FormRows;
import org.ansinh.app.determination.EntitlementsSeen;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.rules.pack.FormSheet;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Programme;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lays what the register knows into the form that the law pack has for a file's group. */
@Service
class FormOffice implements FormDesk {

    private final ApplicationRows files;
    private final FormRows rows;
    private final LawbookDesk lawbook;
    private final EntitlementsSeen seen;
    private final AuditDesk audit;
    private final Clock clock;

    FormOffice(
            ApplicationRows files,
            FormRows rows,
            LawbookDesk lawbook,
            EntitlementsSeen seen,
            AuditDesk audit,
            Clock clock) {
        this.files = files;
        this.rows = rows;
        this.lawbook = lawbook;
        this.seen = seen;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<FilledForm> form(long application, Optional<String> code) {
        var pack = lawbook.current().pack();
        return files.find(application)
                .flatMap(file -> sheet(pack, file, code)
                        .flatMap(sheet -> rows.who(file.subject().personId()).map(who -> {
                            audit.read(
                                    AuditDesk.Reading.PRINT_PERSON,
                                    file.subject().personId());
                            return filled(pack, file, sheet, who);
                        })));
    }

    /** Where the group is not known yet, several forms may be meant: then one has to be named. */
    private Optional<FormSheet> sheet(LawPack pack, Application file, Optional<String> code) {
        var today = LocalDate.now(clock);
        var ids = Arrays.asList(file.provisions().split(","));
        var meant = pack.programme(file.programme()).stream()
                .flatMap(it -> it.procedure().forms().stream())
                .filter(it -> it.days().includes(today))
                .filter(it -> code.map(it.code()::equals)
                        .orElseGet(() ->
                                file.provisions().isEmpty() || ids.stream().anyMatch(it::isFor)))
                .map(Programme.Form::code)
                .distinct()
                .toList();
        return meant.size() == 1
                ? pack.sheetOf(file.programme(), meant.getFirst())
                        .filter(it -> it.days().includes(today))
                : Optional.empty();
    }

    private FilledForm filled(LawPack pack, Application file, FormSheet sheet, FormRows.Who who) {
        var facts = rows.facts(file.subject().personId(), who.household(), FormFilling.asked(sheet));
        var filling = new FormFilling(pack.dictionary(), seen.masks().onPaper(), who, facts);
        return new FilledForm(
                sheet.code(),
                sheet.title(),
                sheet.appliesTo(),
                sheet.basis().cited(Language.VI),
                filling.parts(sheet),
                sheet.declares(),
                sheet.signers(),
                margin(sheet),
                Stream.of(
                                file.receipt()
                                        .number()
                                        .map(it -> "Số hồ sơ " + it)
                                        .orElse(""),
                                named("hồ sơ giấy", file.receipt().shelf()),
                                named("mã một cửa", file.receipt().oneStop()))
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining("; ")));
    }

    private static String named(String what, String value) {
        return value.isEmpty() ? "" : what + " " + value;
    }

    private static String margin(FormSheet sheet) {
        return sheet.isUnverified()
                ? "MẪU CHƯA ĐỐI CHIẾU VĂN BẢN GỐC (%s). %s Cơ quan đối chiếu với phụ lục trước khi dùng."
                        .formatted(sheet.certainty().word(Language.VI), sheet.note())
                : "";
    }
}
