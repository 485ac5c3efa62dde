package ch.meinkonto.connector.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.util.Collections;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.mail.smime.SMIMEAuthEnvelopedGenerator;
import org.bouncycastle.mail.smime.SMIMEEnvelopedGenerator;
import org.bouncycastle.mail.smime.SMIMESignedGenerator;
import org.bouncycastle.operator.OutputAEADEncryptor;

/** Mail programs that do it otherwise. */
final class Signing {

  private Signing() {}

  /** For all to read. */
  static void only(MimeMessage mail, Identity by, MimeBodyPart content) throws Exception {
    mail.setContent(generator(by).generate(content));
    mail.saveChanges();
  }

  /** Signature and text in one, and encrypted the new way. */
  static void opaqueInGcm(MimeMessage mail, Identity by, MimeBodyPart content) throws Exception {
    SMIMEAuthEnvelopedGenerator generator = new SMIMEAuthEnvelopedGenerator();
    generator.addRecipientInfoGenerator(
        new JceKeyTransRecipientInfoGenerator(Cast.CONNECTOR.certificate())
            .setProvider(Sealer.PROVIDER));
    put(
        mail,
        generator.generate(
            generator(by).generateEncapsulated(content),
            (OutputAEADEncryptor)
                new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                    .setProvider(Sealer.PROVIDER)
                    .build()));
  }

  /** Anybody can encrypt. */
  static void encryptedOnly(MimeMessage mail, MimeBodyPart content) throws Exception {
    SMIMEEnvelopedGenerator generator = new SMIMEEnvelopedGenerator();
    generator.addRecipientInfoGenerator(
        new JceKeyTransRecipientInfoGenerator(Cast.CONNECTOR.certificate())
            .setProvider(Sealer.PROVIDER));
    put(
        mail,
        generator.generate(
            content,
            new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                .setProvider(Sealer.PROVIDER)
                .build()));
  }

  private static SMIMESignedGenerator generator(Identity by) throws Exception {
    SMIMESignedGenerator generator = new SMIMESignedGenerator();
    generator.addSignerInfoGenerator(
        new JcaSimpleSignerInfoGeneratorBuilder()
            .setProvider(Sealer.PROVIDER)
            .build("SHA256withRSA", by.key(), by.certificate()));
    return generator;
  }

  private static void put(MimeMessage mail, MimeBodyPart part) throws MessagingException {
    mail.setDataHandler(part.getDataHandler());
    for (Header header : Collections.list(part.getAllHeaders())) {
      mail.setHeader(header.getName(), header.getValue());
    }
    mail.saveChanges();
  }
}
