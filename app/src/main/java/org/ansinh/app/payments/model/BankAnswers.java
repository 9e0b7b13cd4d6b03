package org.ansinh.app.payments.model;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.ansinh.app.payments.StatementDesk.Said;
import org.ansinh.app.payments.model.Answers.Answer;
import org.ansinh.app.payments.model.Answers.OfFile;
import org.ansinh.app.payments.model.Answers.Unreadable;

/** Reads what banks say: the status of instructions (ISO 20022 {@code pain.002}) and what they booked ({@code camt.054}), whatever version of either. */
public final class BankAnswers {

    private static final String STATUS_REPORT = "CstmrPmtStsRpt";
    private static final String NOTIFICATION = "BkToCstmrDbtCdtNtfctn";

    /** Codes of the external list of payment statuses, as far as they decide anything; others are refused by name, not guessed at. */
    private static final Map<String, Said> STATUSES = Map.ofEntries(
            Map.entry("RCVD", Said.ACCEPTED),
            Map.entry("PDNG", Said.ACCEPTED),
            Map.entry("ACCP", Said.ACCEPTED),
            Map.entry("ACTC", Said.ACCEPTED),
            Map.entry("ACSP", Said.ACCEPTED),
            Map.entry("ACWC", Said.ACCEPTED),
            Map.entry("ACSC", Said.PAID),
            Map.entry("ACCC", Said.PAID),
            Map.entry("RJCT", Said.RETURNED),
            Map.entry("CANC", Said.RETURNED));

    private final List<Answer> each = new ArrayList<>();
    private final List<OfFile> whole = new ArrayList<>();
    private String day = "";
    private String group = "";
    private Optional<XmlPart> original = Optional.empty();

    private BankAnswers() {}

    public static Answers read(byte[] content) throws Unreadable {
        var parts = new ArrayList<XmlPart>();
        String message;
        try {
            message = XmlPart.read(
                    content, Set.of("GrpHdr", "OrgnlGrpInfAndSts", "OrgnlPmtInfAndSts", "Ntry"), parts::add);
        } catch (XMLStreamException broken) {
            throw new Unreadable(
                    "not_xml",
                    broken.getLocation() == null
                            ? ""
                            : Integer.toString(broken.getLocation().getLineNumber()));
        }
        if (!message.equals(STATUS_REPORT) && !message.equals(NOTIFICATION)) {
            throw new Unreadable("other_message", message);
        }
        var reading = new BankAnswers();
        for (var part : parts) {
            reading.part(part);
        }
        reading.wholeFile();
        if (reading.each.isEmpty() && reading.whole.isEmpty()) {
            throw new Unreadable("nothing_said", message);
        }
        return new Answers(
                message.equals(STATUS_REPORT) ? "pain.002" : "camt.054",
                List.copyOf(reading.each),
                List.copyOf(reading.whole));
    }

    private void part(XmlPart part) throws Unreadable {
        switch (part.name()) {
            case "GrpHdr" -> day = part.text("CreDtTm").orElse("");
            case "OrgnlGrpInfAndSts" -> {
                original = Optional.of(part);
                group = part.text("GrpSts").orElse("");
            }
            case "OrgnlPmtInfAndSts" -> {
                for (var transfer : part.all("TxInfAndSts")) {
                    status(transfer);
                }
                if (group.isEmpty()) {
                    group = part.text("PmtInfSts").orElse("");
                }
            }
            default -> entry(part);
        }
    }

    /** A file that is refused as a whole names none of its transfers. */
    private void wholeFile() throws Unreadable {
        if (each.isEmpty() && original.isPresent() && !group.isEmpty()) {
            var part = original.get();
            whole.add(new OfFile(
                    part.text("OrgnlMsgId").orElse(""), said(group, part.line()), day(day, part.line()), reason(part)));
        }
    }

    private void status(XmlPart transfer) throws Unreadable {
        each.add(new Answer(
                key(transfer, "OrgnlEndToEndId", "OrgnlInstrId"),
                transfer.text("AcctSvcrRef", "StsId"),
                said(transfer.text("TxSts").orElse(""), transfer.line()),
                amount(transfer.at("OrgnlTxRef/Amt/InstdAmt")),
                day(
                        transfer.text("FctvIntrBkSttlmDt/Dt", "FctvIntrBkSttlmDt/DtTm", "AccptncDtTm")
                                .orElse(day),
                        transfer.line()),
                reason(transfer)));
    }

    private static Optional<String> reason(XmlPart part) {
        var code = part.text("StsRsnInf/Rsn/Cd", "StsRsnInf/Rsn/Prtry", "RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry")
                .orElse("");
        var words =
                part.text("StsRsnInf/AddtlInf", "RtrInf/AddtlInf", "AddtlTxInf").orElse("");
        var both = (code + " " + words).strip();
        return both.isEmpty() ? Optional.empty() : Optional.of(both);
    }

    private void entry(XmlPart entry) throws Unreadable {
        var booked = entry.text("BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm")
                .orElse(day);
        var transfers = entry.all("NtryDtls").stream()
                .flatMap(it -> it.all("TxDtls").stream())
                .toList();
        for (var transfer : transfers) {
            var reason = reason(transfer);
            boolean back = transfer.text("CdtDbtInd")
                    .or(() -> entry.text("CdtDbtInd"))
                    .orElse("")
                    .equals("CRDT");
            each.add(new Answer(
                    key(transfer, "Refs/EndToEndId", "Refs/InstrId"),
                    transfer.text("Refs/AcctSvcrRef", "Refs/TxId").or(() -> entry.text("AcctSvcrRef", "NtryRef")),
                    back ? Said.RETURNED : bookedOrNot(entry),
                    amount(transfer.at("Amt").or(() -> transfers.size() == 1 ? entry.at("Amt") : Optional.empty())),
                    day(booked, transfer.line()),
                    reason));
        }
    }

    private static Said bookedOrNot(XmlPart entry) {
        return entry.text("Sts/Cd", "Sts").orElse("BOOK").equals("BOOK") ? Said.PAID : Said.ACCEPTED;
    }

    private static String key(XmlPart part, String... paths) throws Unreadable {
        return part.text(paths).orElseThrow(() -> new Unreadable("no_key", Integer.toString(part.line())));
    }

    private static Said said(String code, int line) throws Unreadable {
        var said = STATUSES.get(code);
        if (said == null) {
            throw new Unreadable("status", code + " (" + line + ")");
        }
        return said;
    }

    private static Optional<Long> amount(Optional<XmlPart> part) throws Unreadable {
        if (part.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(part.get().text()).longValueExact());
        } catch (ArithmeticException | NumberFormatException none) {
            throw new Unreadable("amount", part.get().text() + " (" + part.get().line() + ")");
        }
    }

    /** As the bank's clock has it: {@code 2026-10-21} or {@code 2026-10-21T09:15:00+07:00}. */
    private static LocalDate day(String written, int line) throws Unreadable {
        try {
            return LocalDate.parse(written.substring(0, Math.min(written.length(), 10)));
        } catch (DateTimeException none) {
            throw new Unreadable("day", written + " (" + line + ")");
        }
    }
}
