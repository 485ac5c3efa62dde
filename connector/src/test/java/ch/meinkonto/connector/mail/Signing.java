package ch.meinkonto.connector.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.Collections;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
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
            .build(algorithm(by), by.key(), by.certificate()));
    return generator;
  }

  private static String algorithm(Identity by) {
    return by.key() instanceof RSAPrivateKey ? "SHA256withRSA" : "SHA256withECDSA";
  }

  /** The same with the other signature that fits: (r, n − s) beside (r, s). */
  static MimeMessage mirrored(MimeMessage mail, Identity by) throws Exception {
    MimeMessage copy = MailOffice.copy(mail);
    BodyPart last = ((MimeMultipart) copy.getContent()).getBodyPart(1);
    SignedData signed =
        SignedData.getInstance(
            ContentInfo.getInstance(last.getInputStream().readAllBytes()).getContent());
    SignerInfo signer = SignerInfo.getInstance(signed.getSignerInfos().getObjectAt(0));
    ASN1Sequence pair = ASN1Sequence.getInstance(signer.getEncryptedDigest().getOctets());
    BigInteger n = ((ECPublicKey) by.certificate().getPublicKey()).getParams().getOrder();
    ASN1Integer other =
        new ASN1Integer(n.subtract(ASN1Integer.getInstance(pair.getObjectAt(1)).getValue()));
    SignerInfo mirrored =
        new SignerInfo(
            signer.getSID(),
            signer.getDigestAlgorithm(),
            signer.getAuthenticatedAttributes(),
            signer.getDigestEncryptionAlgorithm(),
            new DEROctetString(
                new DERSequence(new ASN1Encodable[] {pair.getObjectAt(0), other}).getEncoded()),
            signer.getUnauthenticatedAttributes());
    byte[] content =
        new ContentInfo(
                CMSObjectIdentifiers.signedData,
                new SignedData(
                    signed.getDigestAlgorithms(),
                    signed.getEncapContentInfo(),
                    signed.getCertificates(),
                    signed.getCRLs(),
                    new DERSet(mirrored)))
            .getEncoded();
    last.setDataHandler(
        new DataHandler(new ByteArrayDataSource(content, "application/pkcs7-signature")));
    copy.saveChanges();
    return copy;
  }

  private static void put(MimeMessage mail, MimeBodyPart part) throws MessagingException {
    mail.setDataHandler(part.getDataHandler());
    for (Header header : Collections.list(part.getAllHeaders())) {
      mail.setHeader(header.getName(), header.getValue());
    }
    mail.saveChanges();
  }
}
