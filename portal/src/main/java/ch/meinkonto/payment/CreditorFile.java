package ch.meinkonto.payment;

import ch.meinkonto.directory.CityPart;
import ch.meinkonto.directory.CityReading;
import ch.meinkonto.platform.yaml.YamlNode;
import java.nio.file.Files;
import java.util.Optional;

/** Reads {@code payment.yaml}: whom invoices are paid to. Without it, there are no invoices. */
public final class CreditorFile implements CityPart<CreditorFile.Read> {

  private static final String FILE = "payment.yaml";
  private static final int DAYS = 30;
  private static final int MOST_DAYS = 120;

  /** What it says; empty when there is no such file. */
  record Read(Optional<Creditor> creditor) {}

  @Override
  public Class<Read> type() {
    return Read.class;
  }

  @Override
  public Read read(CityReading reading) {
    if (!Files.exists(reading.folder().resolve(FILE))) {
      return new Read(Optional.empty());
    }
    var root = reading.yaml(FILE);
    root.allow("invoice");
    return new Read(Optional.of(creditor(root.require("invoice"))));
  }

  private static Creditor creditor(YamlNode node) {
    node.allow("iban", "name", "street", "number", "postcode", "town", "days");
    return new Creditor(
        text(node.require("name"), 70),
        text(node.require("street"), 70),
        text(node.require("number"), 16),
        text(node.require("postcode"), 16),
        text(node.require("town"), 35),
        iban(node.require("iban")),
        node.at("days").map(CreditorFile::days).orElse(DAYS));
  }

  private static String text(YamlNode node, int longest) {
    var text = node.text();
    if (text.length() > longest) {
      node.finding("on a QR-bill there is room for " + longest + " characters");
    }
    return text;
  }

  private static int days(YamlNode node) {
    var days = node.text().matches("\\d{1,3}") ? Integer.parseInt(node.text()) : 0;
    if (days < 1 || days > MOST_DAYS) {
      node.finding("an invoice is paid within 1 to " + MOST_DAYS + " days");
    }
    return Math.max(1, days);
  }

  private static String iban(YamlNode node) {
    var iban = node.text().replace(" ", "");
    if (!node.isMissing()
        && !(net.codecrete.qrbill.generator.Payments.isValidIBAN(iban)
            && net.codecrete.qrbill.generator.Payments.isQRIBAN(iban))) {
      node.finding("this is no QR-IBAN");
    }
    return iban;
  }
}
