package ch.meinkonto.connector.sftp;

import ch.meinkonto.connector.AnsweringChannelContract;
import ch.meinkonto.connector.Target;
import ch.meinkonto.connector.handover.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class SftpContractTest extends AnsweringChannelContract {

  @Override
  protected Target target() throws IOException {
    return new ServerOffice(new UnitServer(root.resolve("server")), root);
  }

  /** A unit's system that looks at its server, and acknowledges what it finds there. */
  private static final class ServerOffice implements Target {

    private final UnitServer server;
    private final UnitFolder folder;
    private final String configuration;
    private final Thread clerk = Thread.ofVirtual().unstarted(this::acknowledge);
    private volatile boolean closed;

    ServerOffice(UnitServer server, Path root) throws IOException {
      this.server = server;
      this.folder = new UnitFolder(Files.createDirectories(server.root.resolve("konto")));
      this.configuration =
          """
          channel: sftp
          host: localhost
          port: %d
          folder: /konto
          user: %s
          private-key: %s
          known-hosts: %s
          settle: 50ms
          poll: 50ms
          timeout: 3s
          """
              .formatted(
                  server.port(),
                  UnitServer.USER,
                  server.privateKey(root.resolve("id_connector")),
                  server.knownHosts(root.resolve("known_hosts")));
      clerk.start();
    }

    private void acknowledge() {
      try {
        while (!closed) {
          for (String submission : folder.submissions()) {
            Path file = folder.acknowledgement(submission);
            Path filed = file.resolveSibling("erledigt").resolve(file.getFileName());
            if (Files.notExists(file) && Files.notExists(filed)) {
              folder.take(submission);
            }
          }
          Thread.sleep(20);
        }
      } catch (IOException | InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public String configuration() {
      return configuration;
    }

    @Override
    public void fault(Fault fault) throws IOException {
      server.loseAnswers(fault == Fault.ANSWER_LOST);
      if (fault == Fault.DOWN) {
        server.stop();
      } else if (!server.isRunning()) {
        server.startAgain();
      }
    }

    @Override
    public List<Taken> taken() throws IOException {
      List<Taken> taken = new ArrayList<>();
      for (String submission : folder.submissions()) {
        Manifest manifest = folder.complete(submission);
        Path files = folder.incoming().resolve(submission);
        List<byte[]> attachments = new ArrayList<>();
        for (String attachment : UnitFolder.names(files.resolve("anhang"))) {
          attachments.add(Files.readAllBytes(files.resolve("anhang").resolve(attachment)));
        }
        taken.add(
            new Taken(
                manifest.submissionId(),
                manifest.reference().value(),
                Files.readString(files.resolve(manifest.files().getFirst().name())),
                attachments));
      }
      return taken;
    }

    @Override
    public void say(String name, Map<String, Object> word, Map<String, byte[]> documents)
        throws IOException {
      folder.say(name, word, documents);
    }

    @Override
    public void babble(String name) throws IOException {
      Files.writeString(folder.outgoing().resolve(name + ".json"), "{ unsinn");
    }

    @Override
    public List<String> complaints() throws IOException {
      List<String> reasons = new ArrayList<>();
      Path failed = folder.outgoing().resolve("fehler");
      for (String file : UnitFolder.names(failed)) {
        if (file.endsWith(".grund.txt")) {
          reasons.add(Files.readString(failed.resolve(file)));
        }
      }
      return reasons;
    }

    @Override
    public void close() {
      closed = true;
      server.close();
    }
  }
}
