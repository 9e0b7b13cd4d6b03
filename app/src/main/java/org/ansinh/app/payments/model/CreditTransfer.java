package org.ansinh.app.payments.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ansinh.app.payments.BankList;
import org.ansinh.app.payments.BankList.Bank;
import org.ansinh.app.payments.DispatchDesk.Flaw;
import org.ansinh.app.payments.DispatchDesk.Payer;
import org.ansinh.app.payments.LatinName;

/**
 * Instructions to a bank as a customer credit transfer initiation, ISO 20022 {@code pain.001.001.10}: one payment block, one transfer for each instruction, in đồng. The same
 * orders give the same bytes, and the key of an instruction is the end-to-end reference that comes back in every answer.
 */
public final class CreditTransfer {

    public static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.10";

    private static final int LONGEST_NAME = 70; // banks cut longer ones; the standard takes 140
    private static final int LONGEST_REFERENCE = 35;
    private static final int LONGEST_REMITTANCE = 140;
    private static final Pattern ACCOUNT = Pattern.compile("[A-Z0-9]{6,34}");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    private final Payer payer;
    private final String message;
    private final OffsetDateTime madeAt;
    private final LocalDate on;

    /** @param on the day on which the bank is to pay */
    public CreditTransfer(Payer payer, String message, OffsetDateTime madeAt, LocalDate on) {
        this.payer = payer;
        this.message = message;
        this.madeAt = madeAt.truncatedTo(ChronoUnit.SECONDS);
        this.on = on;
    }

    /** What no bank could carry out; looked at before anything is released. */
    public static List<Flaw> flaws(List<Order> orders) {
        var flaws = new ArrayList<Flaw>();
        for (var order : orders) {
            var named = order.bank().orElse("");
            var account = order.account().orElse("");
            if (BankList.napas().find(named).filter(CreditTransfer::isAlive).isEmpty()) {
                flaws.add(new Flaw(order.key(), order.payee(), "bank", named));
            }
            if (!ACCOUNT.matcher(account).matches()) {
                flaws.add(new Flaw(order.key(), order.payee(), "account", account));
            }
            if (LatinName.of(order.accountName(), LONGEST_NAME).isEmpty()) {
                flaws.add(new Flaw(order.key(), order.payee(), "name", order.accountName()));
            }
            if (order.key().length() > LONGEST_REFERENCE) {
                flaws.add(new Flaw(order.key(), order.payee(), "key", order.key()));
            }
        }
        return flaws;
    }

    private static boolean isAlive(Bank bank) {
        return !bank.gone() && bank.isReachable();
    }

    public byte[] written(List<Order> orders) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.setDefaultNamespace(NAMESPACE);
            xml.writeStartElement("Document");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeStartElement("CstmrCdtTrfInitn");
            header(xml, orders);
            block(xml, orders);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException trouble) {
            throw new IllegalStateException("A file of instructions could not be written", trouble);
        }
        return bytes.toByteArray();
    }

    private void header(XMLStreamWriter xml, List<Order> orders) throws XMLStreamException {
        xml.writeStartElement("GrpHdr");
        text(xml, "MsgId", message);
        text(xml, "CreDtTm", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(madeAt));
        sums(xml, orders);
        xml.writeStartElement("InitgPty");
        text(xml, "Nm", LatinName.of(payer.name(), LONGEST_NAME));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void sums(XMLStreamWriter xml, List<Order> orders) throws XMLStreamException {
        text(xml, "NbOfTxs", Integer.toString(orders.size()));
        text(
                xml,
                "CtrlSum",
                Long.toString(orders.stream().mapToLong(Order::amount).sum()));
    }

    private void block(XMLStreamWriter xml, List<Order> orders) throws XMLStreamException {
        xml.writeStartElement("PmtInf");
        text(xml, "PmtInfId", message);
        text(xml, "PmtMtd", "TRF");
        sums(xml, orders);
        xml.writeStartElement("ReqdExctnDt");
        text(xml, "Dt", on.toString());
        xml.writeEndElement();
        xml.writeStartElement("Dbtr");
        text(xml, "Nm", LatinName.of(payer.name(), LONGEST_NAME));
        xml.writeEndElement();
        account(xml, "DbtrAcct", payer.account());
        agent(xml, "DbtrAgt", Optional.of(payer.bank()), Optional.empty());
        for (var order : orders) {
            transfer(xml, order);
        }
        xml.writeEndElement();
    }

    private static void transfer(XMLStreamWriter xml, Order order) throws XMLStreamException {
        xml.writeStartElement("CdtTrfTxInf");
        xml.writeStartElement("PmtId");
        text(xml, "InstrId", order.key());
        text(xml, "EndToEndId", order.key());
        xml.writeEndElement();
        xml.writeStartElement("Amt");
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", "VND");
        xml.writeCharacters(Long.toString(order.amount()));
        xml.writeEndElement();
        xml.writeEndElement();
        var bank = order.bank().flatMap(BankList.napas()::find).orElseThrow();
        agent(xml, "CdtrAgt", bank.bic(), bank.bin());
        xml.writeStartElement("Cdtr");
        text(xml, "Nm", LatinName.of(order.accountName(), LONGEST_NAME));
        xml.writeEndElement();
        account(xml, "CdtrAcct", order.account().orElseThrow());
        xml.writeStartElement("RmtInf");
        text(xml, "Ustrd", remittance(order));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** Says no programme: what somebody is paid for is not the bank's matter. */
    private static String remittance(Order order) {
        var words = order.key() + " AN SINH XA HOI "
                + order.months().stream().map(MONTH::format).collect(Collectors.joining(" "));
        return words.substring(0, Math.min(words.length(), LONGEST_REMITTANCE)).strip();
    }

    /** @param member its number at the clearing: what moves the money at home, for not every bank has a BIC and two share one */
    private static void agent(XMLStreamWriter xml, String name, Optional<String> bic, Optional<String> member)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeStartElement("FinInstnId");
        if (bic.isPresent()) {
            text(xml, "BICFI", bic.get());
        }
        if (member.isPresent()) {
            xml.writeStartElement("ClrSysMmbId");
            text(xml, "MmbId", member.get());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void account(XMLStreamWriter xml, String name, String account) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeStartElement("Id");
        xml.writeStartElement("Othr");
        text(xml, "Id", account);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
