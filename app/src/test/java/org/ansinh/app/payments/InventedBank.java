package org.ansinh.app.payments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A bank that exists nowhere: it takes files of instructions and answers as banks do, well and badly. It tells what it did with the money, so that a test can hold the house
 * to it. Like a bank it knows a file again by its message's own name, and nothing else: an instruction that comes under another name is paid another time.
 */
final class InventedBank {

    private static final String STATUS = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.11";
    private static final String BOOKED = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.08";
    private static final int PER_NOTICE = 500;

    private final Random random;
    private final Manners manners;
    private final Set<String> messages = new HashSet<>();
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final List<Answer> mail = new ArrayList<>();
    private int references;

    /**
     * How often in a hundred: an instruction is refused; is paid and comes back; is taken from the account twice; and how often a file of answers is sent again, and whether
     * answers come out of order.
     */
    public record Manners(int refuses, int returns, int paysTwice, int repeats, boolean shuffles) {
        public static final Manners GOOD = new Manners(0, 0, 0, 0, false);
        public static final Manners AS_BANKS_ARE = new Manners(3, 2, 1, 30, true);
    }

    /** A file that the bank sends. */
    public record Answer(String name, byte[] content) {}

    /** What it did: how often it took the money, whether it gave it back. */
    public static final class Account {
        private final long amount;
        private int taken;
        private boolean back;

        Account(long amount) {
            this.amount = amount;
        }

        public long amount() {
            return amount;
        }

        public int taken() {
            return taken;
        }

        public boolean isBack() {
            return back;
        }
    }

    public InventedBank(long seed, Manners manners) {
        this.random = new Random(seed);
        this.manners = manners;
    }

    /** Every instruction it was ever told to carry out, by key. */
    public Map<String, Account> accounts() {
        return Collections.unmodifiableMap(accounts);
    }

    /** Takes a file; one it knows is left alone, and so is one that says otherwise than its own sums. */
    public void receive(byte[] file, LocalDate on) {
        var transfers = transfers(file);
        if (!messages.add(transfers.message())) {
            return;
        }
        var accepted = new ArrayList<String>();
        var booked = new ArrayList<String>();
        for (var transfer : transfers.each()) {
            carryOut(transfer, on, accepted, booked);
        }
        notices("pain002", accepted, lines -> status(transfers.message(), on, lines));
        notices("camt054", booked, lines -> notification(on, lines));
        if (manners.shuffles()) {
            Collections.shuffle(mail, random);
        }
    }

    private boolean happens(int inAHundred) {
        return random.nextInt(100) < inAHundred;
    }

    private void carryOut(Transfer it, LocalDate on, List<String> accepted, List<String> booked) {
        var account = accounts.computeIfAbsent(it.key(), key -> new Account(it.amount()));
        if (happens(manners.refuses())) {
            account.back = true;
            accepted.add(transaction(
                    it,
                    "RJCT",
                    "<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Tài khoản đã đóng</AddtlInf></StsRsnInf>"));
            return;
        }
        accepted.add(transaction(it, "ACSP", ""));
        account.taken++;
        booked.add(entry(it, "DBIT", on, ""));
        if (happens(manners.paysTwice())) {
            account.taken++;
            booked.add(entry(it, "DBIT", on, ""));
        }
        if (happens(manners.returns())) {
            account.back = true;
            booked.add(entry(
                    it, "CRDT", on, "<RtrInf><Rsn><Cd>AC01</Cd></Rsn><AddtlInf>Sai số tài khoản</AddtlInf></RtrInf>"));
        }
    }

    private static String transaction(Transfer it, String status, String reason) {
        return "<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts>%s</TxInfAndSts>"
                .formatted(it.key(), status, reason);
    }

    private String entry(Transfer it, String side, LocalDate on, String reason) {
        references++;
        return """
                <Ntry><Amt Ccy="VND">%1$d</Amt><CdtDbtInd>%2$s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>%3$s</Dt></BookgDt><AcctSvcrRef>MINH%4$08d</AcctSvcrRef>\
                <BkTxCd/><NtryDtls><TxDtls><Refs><AcctSvcrRef>MINH%4$08d</AcctSvcrRef><EndToEndId>%5$s</EndToEndId></Refs><Amt Ccy="VND">%1$d</Amt>%6$s</TxDtls></NtryDtls></Ntry>\
                """.formatted(it.amount(), side, on, references, it.key(), reason);
    }

    private interface Envelope {
        String around(String lines);
    }

    /** Files of a size that one can send, some of them twice. */
    private void notices(String kind, List<String> lines, Envelope envelope) {
        for (int from = 0; from < lines.size(); from += PER_NOTICE) {
            var part = lines.subList(from, Math.min(lines.size(), from + PER_NOTICE));
            var content = envelope.around(String.join("\n", part)).getBytes(StandardCharsets.UTF_8);
            var name = "%s-%d.xml".formatted(kind, mail.size() + 1);
            mail.add(new Answer(name, content));
            if (happens(manners.repeats())) {
                mail.add(new Answer("again-" + name, content));
            }
        }
    }

    private static String status(String message, LocalDate on, String lines) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="%s"><CstmrPmtStsRpt><GrpHdr><MsgId>MINH-%s</MsgId><CreDtTm>%sT10:00:00+07:00</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.10</OrgnlMsgNmId></OrgnlGrpInfAndSts>
                <OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId>
                %s
                </OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
                """.formatted(STATUS, message, on, message, message, lines);
    }

    private String notification(LocalDate on, String lines) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="%s"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>MINH-N%d</MsgId><CreDtTm>%sT17:00:00+07:00</CreDtTm></GrpHdr>
                <Ntfctn><Id>1</Id><Acct><Id><Othr><Id>000000000000</Id></Othr></Id></Acct>
                %s
                </Ntfctn></BkToCstmrDbtCdtNtfctn></Document>
                """.formatted(BOOKED, references, on, lines);
    }

    /** What has been sent since the last time. */
    public List<Answer> fetch() {
        var all = List.copyOf(mail);
        mail.clear();
        return all;
    }

    private record Transfer(String key, long amount) {}

    private record Transfers(String message, List<Transfer> each) {}

    private static Transfers transfers(byte[] file) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var root = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(file))
                    .getDocumentElement();
            var each = elements(root, "CdtTrfTxInf").stream()
                    .map(it -> new Transfer(text(it, "EndToEndId"), Long.parseLong(text(it, "InstdAmt"))))
                    .collect(Collectors.toList());
            long sum = each.stream().mapToLong(Transfer::amount).sum();
            if (Integer.parseInt(text(root, "NbOfTxs")) != each.size()
                    || Long.parseLong(text(root, "CtrlSum")) != sum) {
                throw new IllegalStateException("The sums of the file are not those of its transfers");
            }
            return new Transfers(text(root, "MsgId"), each);
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new IllegalStateException("No file of instructions", broken);
        }
    }

    private static List<Element> elements(Element in, String name) {
        var found = in.getElementsByTagName(name);
        var list = new ArrayList<Element>(found.getLength());
        for (int i = 0; i < found.getLength(); i++) {
            list.add((Element) found.item(i));
        }
        return list;
    }

    private static String text(Element in, String name) {
        return elements(in, name).getFirst().getTextContent();
    }
}
