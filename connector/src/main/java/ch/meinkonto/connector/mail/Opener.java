package ch.meinkonto.connector.mail;

import ch.meinkonto.connector.handover.Hash;
import ch.meinkonto.connector.handover.Unusable;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.KeyTransRecipientId;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.RecipientInformationStore;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipient;
import org.bouncycastle.mail.smime.SMIMEException;
import org.bouncycastle.mail.smime.SMIMESigned;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Opens what was encrypted for the connector, and believes what somebody signed whom the unit
 * names: by that very certificate, whatever else the mail brings. What is not signed is never
 * looked at.
 */
final class Opener {

  /**
   * What somebody has signed.
   *
   * @param content it, and nothing around it
   * @param name names what was signed, whoever sends it and however often
   */
  record Signed(MimeBodyPart content, String name) {}

  private static final int DEEPEST = 4;
  private static final Set<String> DIGESTS =
      Set.of(
          NISTObjectIdentifiers.id_sha256.getId(),
          NISTObjectIdentifiers.id_sha384.getId(),
          NISTObjectIdentifiers.id_sha512.getId());

  private final Identity identity;
  private final List<X509Certificate> signers;
  private final Clock clock;

  Opener(Identity identity, List<X509Certificate> signers, Clock clock) {
    this.identity = identity;
    this.signers = signers;
    this.clock = clock;
  }

  /** What is signed in a mail. */
  Signed open(Part mail) throws Unusable {
    try {
      return open(mail, 0);
    } catch (MessagingException
        | CMSException
        | SMIMEException
        | OperatorCreationException
        | IOException
        | RuntimeException e) {
      throw new Unusable(
          "Die Signatur oder die Verschlüsselung der Mail lässt sich nicht lesen (%s)."
              .formatted(e.getClass().getSimpleName()));
    }
  }

  private Signed open(Part part, int depth)
      throws Unusable,
          MessagingException,
          CMSException,
          SMIMEException,
          OperatorCreationException,
          IOException {
    if (depth > DEEPEST) {
      throw new Unusable("Die Mail ist zu oft verschachtelt.");
    }
    if (part.isMimeType("multipart/signed") && part.getContent() instanceof MimeMultipart parts) {
      SMIMESigned signed = new SMIMESigned(parts);
      return verified(signed, signed.getContent());
    }
    if (!isCms(part)) {
      throw new Unusable("Die Mail ist nicht signiert (S/MIME).");
    }
    byte[] content = part.getInputStream().readAllBytes();
    ContentInfo info = ContentInfo.getInstance(content);
    if (info.getContentType().equals(CMSObjectIdentifiers.signedData)) {
      CMSSignedData signed = new CMSSignedData(info);
      if (signed.getSignedContent() == null) {
        throw new Unusable("Die Mail ist nicht signiert (S/MIME).");
      }
      return verified(signed, new MimeBodyPart(Mime.of(bytes(signed))));
    }
    return open(decrypted(info), depth + 1);
  }

  private static byte[] bytes(CMSSignedData signed) throws IOException, CMSException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    signed.getSignedContent().write(bytes);
    return bytes.toByteArray();
  }

  private static boolean isCms(Part part) throws MessagingException {
    String name = Optional.ofNullable(part.getFileName()).orElse("").toLowerCase(Locale.ROOT);
    return part.isMimeType("application/pkcs7-mime")
        || part.isMimeType("application/x-pkcs7-mime")
        || (part.isMimeType("application/octet-stream") && name.endsWith(".p7m"));
  }

  private MimeBodyPart decrypted(ContentInfo info)
      throws Unusable, CMSException, MessagingException {
    if (info.getContentType().equals(CMSObjectIdentifiers.envelopedData)) {
      JceKeyTransRecipient recipient = new JceKeyTransEnvelopedRecipient(identity.key());
      return decrypted(new CMSEnvelopedData(info).getRecipientInfos(), recipient);
    }
    if (info.getContentType().equals(CMSObjectIdentifiers.authEnvelopedData)) {
      JceKeyTransRecipient recipient = new JceKeyTransAuthEnvelopedRecipient(identity.key());
      return decrypted(new CMSAuthEnvelopedData(info).getRecipientInfos(), recipient);
    }
    throw new Unusable("Die Mail ist weder signiert noch verschlüsselt, wie S/MIME es kennt.");
  }

  private MimeBodyPart decrypted(RecipientInformationStore recipients, JceKeyTransRecipient with)
      throws Unusable, CMSException, MessagingException {
    for (RecipientInformation one : recipients) {
      if (one.getRID() instanceof KeyTransRecipientId id
          && id.match(holder(identity.certificate()))) {
        return new MimeBodyPart(Mime.of(one.getContent(with.setProvider(Sealer.PROVIDER))));
      }
    }
    throw new Unusable("Die Mail ist nicht für das Zertifikat des Connectors verschlüsselt.");
  }

  private Signed verified(CMSSignedData signed, MimeBodyPart content)
      throws Unusable, CMSException, OperatorCreationException, IOException {
    for (SignerInformation signer : signed.getSignerInfos()) {
      for (X509Certificate certificate : signers) {
        if (signer.getSID().match(holder(certificate))) {
          check(signer, certificate);
          return new Signed(content, Hash.of(signed(signer)));
        }
      }
    }
    throw new Unusable(
        signed.getSignerInfos().size() == 0
            ? "Die Mail ist nicht signiert (S/MIME)."
            : "Die Mail ist mit einem Zertifikat signiert, das für dieses Amt nicht hinterlegt ist.");
  }

  /** Not the signature: beside one by an elliptic curve anybody can make another that fits. */
  private static byte[] signed(SignerInformation signer) throws IOException {
    byte[] attributes = signer.getEncodedSignedAttributes();
    return attributes == null ? signer.getContentDigest() : attributes;
  }

  private void check(SignerInformation signer, X509Certificate certificate)
      throws Unusable, CMSException, OperatorCreationException {
    if (clock.instant().isAfter(certificate.getNotAfter().toInstant())
        || clock.instant().isBefore(certificate.getNotBefore().toInstant())) {
      throw new Unusable("Das Zertifikat der Signatur ist abgelaufen oder noch nicht gültig.");
    }
    if (!DIGESTS.contains(signer.getDigestAlgOID())) {
      throw new Unusable("Die Signatur ist mit einem veralteten Verfahren gemacht (SHA-256 geht).");
    }
    if (!signer.verify(
        new JcaSimpleSignerInfoVerifierBuilder().setProvider(Sealer.PROVIDER).build(certificate))) {
      throw new Unusable("Die Signatur stimmt nicht: Die Mail ist unterwegs verändert worden.");
    }
  }

  private static JcaX509CertificateHolder holder(X509Certificate certificate) {
    try {
      return new JcaX509CertificateHolder(certificate);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
