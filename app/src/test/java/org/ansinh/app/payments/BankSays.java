package org.ansinh.app.payments;

/** What a bank booked, as it says so: debits, and credits with a reason for what came back. */
final class BankSays {

    private BankSays() {}

    /** A notification of debits and credits. */
    static String booked(String... entries) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>1</MsgId><CreDtTm>2026-10-20T17:00:00+07:00</CreDtTm></GrpHdr>
                <Ntfctn><Id>1</Id>%s</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>""".formatted(String.join("", entries));
    }

    /** @param side DBIT, or CRDT for what came back */
    static String entry(String key, String side, String reference, long amount, String day) {
        return """
                <Ntry><Amt Ccy="VND">%1$d</Amt><CdtDbtInd>%2$s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>%3$s</Dt></BookgDt><NtryDtls><TxDtls><Refs><AcctSvcrRef>%4$s</AcctSvcrRef>\
                <EndToEndId>%5$s</EndToEndId></Refs>%6$s</TxDtls></NtryDtls></Ntry>""".formatted(
                        amount,
                        side,
                        day,
                        reference,
                        key,
                        side.equals("CRDT")
                                ? "<RtrInf><Rsn><Cd>AC01</Cd></Rsn><AddtlInf>Sai số tài khoản</AddtlInf></RtrInf>"
                                : "");
    }
}
