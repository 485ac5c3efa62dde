package ch.meinkonto.simulator.office;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.mail.smime.SMIMEEnveloped;
import org.bouncycastle.mail.smime.SMIMEEnvelopedGenerator;
import org.bouncycastle.mail.smime.SMIMEException;
import org.bouncycastle.mail.smime.SMIMESigned;
import org.bouncycastle.mail.smime.SMIMESignedGenerator;
import org.bouncycastle.mail.smime.SMIMEUtil;
import org.bouncycastle.operator.OperatorCreationException;

/** What an office's mail program does: S/MIME, both ways. */
final class SealedMail {

  private static final Provider PROVIDER = new BouncyCastleProvider();

  private SealedMail() {}

  /** The parts of a mail that is for {@code own} and signed by {@code sender}. */
  static List<BodyPart> open(MimeMessage mail, MailKeys.Pair own, X509Certificate sender)
      throws MessagingException, IOException {
    try {
      var recipients = new SMIMEEnveloped(mail).getRecipientInfos().getRecipients();
      var inner =
          SMIMEUtil.toMimeBodyPart(
              recipients
                  .iterator()
                  .next()
                  .getContent(new JceKeyTransEnvelopedRecipient(own.key()).setProvider(PROVIDER)));
      var signed = new SMIMESigned((MimeMultipart) inner.getContent());
      var verifier = new JcaSimpleSignerInfoVerifierBuilder().setProvider(PROVIDER).build(sender);
      if (!signed.getSignerInfos().iterator().next().verify(verifier)) {
        throw new MessagingException("The signature is wrong");
      }
      var parts = new ArrayList<BodyPart>();
      var content = (MimeMultipart) signed.getContent().getContent();
      for (int i = 0; i < content.getCount(); i++) {
        parts.add(content.getBodyPart(i));
      }
      return parts;
    } catch (CMSException | SMIMEException | OperatorCreationException e) {
      throw new MessagingException("Cannot be opened", e);
    }
  }

  /** The content of the part with this file name. */
  static Optional<byte[]> file(List<BodyPart> parts, String name)
      throws MessagingException, IOException {
    for (var part : parts) {
      if (name.equals(part.getFileName())) {
        return Optional.of(part.getInputStream().readAllBytes());
      }
    }
    return Optional.empty();
  }

  /** Puts the content into the mail, signed and encrypted. */
  static void seal(
      MimeMessage mail, MimeMultipart content, MailKeys.Pair own, X509Certificate recipient)
      throws MessagingException {
    try {
      var plain = new MimeBodyPart();
      plain.setContent(content);
      var signing = new SMIMESignedGenerator(SMIMESignedGenerator.RFC5751_MICALGS);
      signing.addSignerInfoGenerator(
          new JcaSimpleSignerInfoGeneratorBuilder()
              .setProvider(PROVIDER)
              .build("SHA256withRSA", own.key(), own.certificate()));
      signing.addCertificates(new JcaCertStore(List.of(own.certificate())));
      var signed = new MimeBodyPart();
      signed.setContent(signing.generate(plain));
      var sealing = new SMIMEEnvelopedGenerator();
      sealing.addRecipientInfoGenerator(
          new JceKeyTransRecipientInfoGenerator(recipient).setProvider(PROVIDER));
      var sealed =
          sealing.generate(
              signed,
              new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                  .setProvider(PROVIDER)
                  .build());
      mail.setDataHandler(sealed.getDataHandler());
      for (var header : Collections.list(sealed.getAllHeaders())) {
        mail.setHeader(header.getName(), header.getValue());
      }
      mail.saveChanges();
    } catch (CMSException
        | SMIMEException
        | OperatorCreationException
        | GeneralSecurityException e) {
      throw new MessagingException("Cannot be sealed", e);
    }
  }
}
