package ch.meinkonto.payment;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.codecrete.qrbill.generator.Payments;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a bank notifies (ISO 20022, {@code camt.054.001.08}, Swiss Payment Standards). Of each
 * credit it reads how much, when and for which reference; names, accounts and words of whoever paid
 * are passed over.
 */
final class Camt054 {

  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.08";
  private static final String ENTRY = "/Document/BkToCstmrDbtCdtNtfctn/Ntfctn/Ntry";
  private static final String DETAIL = ENTRY + "/NtryDtls/TxDtls";
  private static final int LONGEST_REFERENCE = 100;

  private final XMLStreamReader xml;
  private final List<BankCredit> credits = new ArrayList<>();
  private Line entry = new Line();
  private @Nullable Line detail;
  private int details;

  private Camt054(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** The credits that are booked; empty when the file is something else. */
  static Optional<List<BankCredit>> read(byte[] file) {
    try {
      return Optional.of(new Camt054(reader(file)).read());
    } catch (XMLStreamException | IllegalArgumentException | DateTimeException notOne) {
      return Optional.empty();
    }
  }

  /** Without document types, and so without entities (OWASP, XML External Entity Prevention). */
  private static XMLStreamReader reader(byte[] file) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(new ByteArrayInputStream(file));
  }

  private List<BankCredit> read() throws XMLStreamException {
    var path = "";
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD -> throw new IllegalArgumentException("a document type");
        case XMLStreamConstants.START_ELEMENT -> {
          path += "/" + xml.getLocalName();
          if (begins(path)) {
            path = above(path); // its text is read, and so its end
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          ends(path);
          path = above(path);
        }
        default -> {}
      }
    }
    return credits;
  }

  private static String above(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  /** Whether its text was read. */
  private boolean begins(String path) throws XMLStreamException {
    if (path.lastIndexOf('/') == 0) {
      require(path.equals("/Document") && NAMESPACE.equals(xml.getNamespaceURI()));
    } else if (path.equals(ENTRY)) {
      entry = new Line();
      details = 0;
    } else if (path.equals(DETAIL)) {
      details++;
      detail = new Line(entry, details);
    } else if (path.startsWith(DETAIL + "/") && detail != null) {
      return detail.read(path.substring(DETAIL.length()), xml);
    } else if (path.startsWith(ENTRY + "/")) {
      return entry.read(path.substring(ENTRY.length()), xml);
    }
    return false;
  }

  private void ends(String path) {
    if (path.equals(DETAIL) && detail != null) {
      add(detail);
      detail = null;
    } else if (path.equals(ENTRY) && details == 0) {
      add(entry);
    }
  }

  private void add(Line line) {
    if (line.booked) {
      credits.add(line.credit());
    }
  }

  /** ISO 20022's ActiveOrHistoricCurrencyAndAmount. */
  private static boolean isAmount(BigDecimal number) {
    return number.signum() >= 0
        && number.scale() >= 0
        && number.scale() <= 5
        && number.precision() <= 18;
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("not a notification");
    }
  }

  /** An entry, or one of the transactions that it is made of, which has what the entry has. */
  private static final class Line {

    private String bankReference = "";
    private String currency = "";
    private @Nullable BigDecimal amount;
    private @Nullable LocalDate bookedOn;
    private @Nullable String reference;
    private boolean booked;
    private boolean reversed;

    Line() {}

    Line(Line entry, int number) {
      bankReference = entry.bankReference + "/" + number;
      currency = entry.currency;
      amount = entry.amount;
      bookedOn = entry.bookedOn;
      booked = entry.booked;
      reversed = entry.reversed;
    }

    boolean read(String path, XMLStreamReader xml) throws XMLStreamException {
      switch (path) {
        case "/Amt" -> {
          currency = Optional.ofNullable(xml.getAttributeValue(null, "Ccy")).orElse("");
          amount = new BigDecimal(xml.getElementText().strip());
        }
        case "/CdtDbtInd" -> reversed = reversed || xml.getElementText().strip().equals("DBIT");
        case "/RvslInd" -> reversed = reversed || xml.getElementText().strip().equals("true");
        case "/Sts/Cd" -> booked = xml.getElementText().strip().equals("BOOK");
        case "/BookgDt/Dt", "/BookgDt/DtTm" -> bookedOn = day(xml.getElementText().strip());
        case "/AcctSvcrRef", "/Refs/AcctSvcrRef" -> bankReference = xml.getElementText().strip();
        case "/RmtInf/Strd/CdtrRefInf/Ref" -> {
          var written = xml.getElementText().replaceAll("\\s", "");
          reference = Payments.isValidQRReference(written) ? written : null;
        }
        default -> {
          return false;
        }
      }
      return true;
    }

    /** Of a day, or of a moment, which begins with it. */
    private static LocalDate day(String text) {
      return LocalDate.parse(text.split("T", 2)[0]);
    }

    BankCredit credit() {
      var known = amount;
      var day = bookedOn;
      require(!bankReference.isEmpty() && bankReference.length() <= LONGEST_REFERENCE);
      require(currency.matches("[A-Z]{3}"));
      if (known == null || day == null || !isAmount(known)) {
        throw new IllegalArgumentException("an entry without amount or day");
      }
      return new BankCredit(bankReference, day, currency, known, reversed, reference);
    }
  }
}
