package ch.meinkonto.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** A notification as Swiss banks write it, with all that they say of who paid. */
final class Notification {

  private final List<String> details = new ArrayList<>();
  private final String name;

  Notification(String name) {
    this.name = name;
  }

  /** Somebody paid for a reference. */
  Notification paid(String bankReference, String amount, String reference) {
    return detail(
        bankReference,
        amount,
        "CRDT",
        "<Strd><CdtrRefInf><Tp><CdOrPrtry><Prtry>QRR</Prtry></CdOrPrtry></Tp><Ref>"
            + reference
            + "</Ref></CdtrRefInf><AddtlRmtInf>Rechnung von Muster</AddtlRmtInf></Strd>");
  }

  /** Somebody paid and wrote something. */
  Notification paidWithWords(String bankReference, String amount) {
    return detail(bankReference, amount, "CRDT", "<Ustrd>Danke, Petra Muster</Ustrd>");
  }

  /** The bank takes a credit back. */
  Notification reversed(String bankReference, String amount) {
    return detail(bankReference, amount, "DBIT", "<Ustrd>Storno</Ustrd>");
  }

  private Notification detail(String bankReference, String amount, String sign, String words) {
    details.add(
        """
        <TxDtls><Refs><AcctSvcrRef>%s</AcctSvcrRef><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
          <Amt Ccy="CHF">%s</Amt><CdtDbtInd>%s</CdtDbtInd>
          <RltdPties><Dbtr><Pty><Nm>Petra Muster</Nm><PstlAdr><StrtNm>Musterweg</StrtNm></PstlAdr></Pty></Dbtr>
            <DbtrAcct><Id><IBAN>CH5604835012345678009</IBAN></Id></DbtrAcct></RltdPties>
          <RmtInf>%s</RmtInf></TxDtls>
        """
            .formatted(bankReference, amount, sign, words));
    return this;
  }

  byte[] bytes() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
      <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-12-01T18:00:00+01:00</CreDtTm></GrpHdr>
      <Ntfctn><Id>1</Id><Acct><Id><IBAN>CH4431999123000889012</IBAN></Id></Acct>
        <Ntry><NtryRef>CH4431999123000889012</NtryRef><Amt Ccy="CHF">999.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
          <Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-12-01</Dt></BookgDt><AcctSvcrRef>sum-%s</AcctSvcrRef>
          <NtryDtls>%s</NtryDtls></Ntry>
      </Ntfctn></BkToCstmrDbtCdtNtfctn></Document>
    """
        .formatted(name, name, String.join("", details))
        .getBytes(UTF_8);
  }
}
