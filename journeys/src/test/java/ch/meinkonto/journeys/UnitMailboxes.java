package ch.meinkonto.journeys;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The mail server of the units that are reached by mail, as whoever runs it sees it. */
record UnitMailboxes(RunningCity city) {

  /** Every mail that lies in this mailbox, as it came. */
  List<byte[]> mails(String address) throws MessagingException, IOException {
    var settings = new Properties();
    settings.setProperty("mail.imaps.ssl.trust", "localhost");
    var password = Files.readString(city.data().resolve("mail/password")).strip();
    var mails = new ArrayList<byte[]>();
    try (var store = Session.getInstance(settings).getStore("imaps")) {
      store.connect("localhost", city.imapPort(), address, password);
      for (var folder : store.getDefaultFolder().list("*")) {
        folder.open(Folder.READ_ONLY);
        for (var mail : folder.getMessages()) {
          var bytes = new ByteArrayOutputStream();
          mail.writeTo(bytes);
          mails.add(bytes.toByteArray());
        }
        folder.close();
      }
    }
    return mails;
  }
}
