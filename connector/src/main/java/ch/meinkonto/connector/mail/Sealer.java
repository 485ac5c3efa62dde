package ch.meinkonto.connector.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.mail.smime.SMIMEEnvelopedGenerator;
import org.bouncycastle.mail.smime.SMIMEException;
import org.bouncycastle.mail.smime.SMIMESignedGenerator;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Signs, then encrypts (RFC 8551 §3.7). AES-256 in CBC: Outlook opens no AuthEnvelopedData; that
 * nobody has changed the content, the signature inside says.
 */
final class Sealer {

  /** Not registered with the whole program: others go on with what Java brings. */
  static final Provider PROVIDER = new BouncyCastleProvider();

  private static final Set<String> PROTECTED =
      Set.of("from", "to", "subject", "date", "message-id", "in-reply-to", "references");

  private final Identity identity;

  Sealer(Identity identity) {
    this.identity = identity;
  }

  /** Puts the content into the mail, whose headers are complete. */
  void seal(MimeMessage mail, MimeMultipart content, X509Certificate recipient)
      throws MessagingException {
    try {
      MimeBodyPart signed = new MimeBodyPart();
      signed.setContent(sign(protect(mail, content)));
      MimeBodyPart sealed = encrypt(signed, recipient);
      mail.setDataHandler(sealed.getDataHandler());
      for (Header header : Collections.list(sealed.getAllHeaders())) {
        mail.setHeader(header.getName(), header.getValue());
      }
    } catch (SMIMEException
        | CMSException
        | OperatorCreationException
        | GeneralSecurityException e) {
      throw new MessagingException("cannot be signed and encrypted", e);
    }
  }

  /** RFC 9788: who reads the mail sees the headers that were signed. */
  private static MimeBodyPart protect(MimeMessage mail, MimeMultipart content)
      throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setContent(content);
    for (Header header : Collections.list(mail.getAllHeaders())) {
      if (PROTECTED.contains(header.getName().toLowerCase(Locale.ROOT))) {
        part.addHeader(header.getName(), header.getValue());
        part.addHeader("HP-Outer", header.getName() + ": " + header.getValue());
      }
    }
    ContentType type = new ContentType(content.getContentType());
    type.setParameter("hp", "cipher");
    part.setHeader("Content-Type", type.toString());
    return part;
  }

  private MimeMultipart sign(MimeBodyPart content)
      throws SMIMEException, OperatorCreationException, GeneralSecurityException {
    SMIMESignedGenerator generator = new SMIMESignedGenerator(SMIMESignedGenerator.RFC5751_MICALGS);
    generator.addSignerInfoGenerator(
        new JcaSimpleSignerInfoGeneratorBuilder()
            .setProvider(PROVIDER)
            .build("SHA256withRSA", identity.key(), identity.certificate()));
    generator.addCertificates(new JcaCertStore(List.of(identity.certificate())));
    return generator.generate(content);
  }

  private static MimeBodyPart encrypt(MimeBodyPart signed, X509Certificate recipient)
      throws SMIMEException, CMSException, GeneralSecurityException {
    SMIMEEnvelopedGenerator generator = new SMIMEEnvelopedGenerator();
    generator.addRecipientInfoGenerator(
        new JceKeyTransRecipientInfoGenerator(recipient).setProvider(PROVIDER));
    return generator.generate(
        signed,
        new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).setProvider(PROVIDER).build());
  }
}
