package ch.meinkonto.connector.soap;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.AnsweringChannelContract;
import ch.meinkonto.connector.Target;
import ch.meinkonto.connector.soap.exchange.ContentType;
import ch.meinkonto.connector.soap.exchange.Deliver;
import ch.meinkonto.connector.soap.exchange.FileType;
import ch.meinkonto.connector.soap.exchange.WordType;
import ch.meinkonto.contract.SubmissionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.ws.soap.SoapVersion;

class SoapContractTest extends AnsweringChannelContract {

  @Override
  protected Target target() throws Exception {
    return new Register(new WebService(SoapVersion.SOAP_12), Templates.write(root));
  }

  /** A unit's system that is a web service. */
  private record Register(WebService service, Path mapping) implements Target {

    @Override
    public String configuration() {
      return """
      channel: soap
      address: %s
      poll: 50ms
      timeout: 15s
      mapping: %s
      """
          .formatted(service.address(), mapping);
    }

    @Override
    public void fault(Fault fault) {
      service.setMood(
          switch (fault) {
            case NONE -> WebService.Mood.WELL;
            case DOWN -> WebService.Mood.DOWN;
            case ANSWER_LOST -> WebService.Mood.ANSWER_LOST;
          });
    }

    @Override
    public List<Taken> taken() {
      return service.taken().stream().map(Register::taken).toList();
    }

    private static Taken taken(Deliver deliver) {
      return new Taken(
          SubmissionId.of(deliver.getHeader().getMessageId()),
          deliver.getCase().getReference(),
          data(deliver.getContent()),
          deliver.getFile().stream()
              .filter(file -> file.getKind().equals("attachment"))
              .map(Register::content)
              .toList());
    }

    private static String data(ContentType content) {
      return content.getXml() == null
          ? content.getText().getValue()
          : content.getXml().getAny().getTextContent();
    }

    private static byte[] content(FileType file) {
      try (var in = file.getContent().getInputStream()) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void say(String name, Map<String, Object> word, Map<String, byte[]> documents) {
      String id = UUID.nameUUIDFromBytes((name + word).getBytes(UTF_8)).toString();
      service.say(Spoken.word(id, word, documents));
    }

    @Override
    public void babble(String name) {
      WordType nothing = new WordType();
      nothing.setHeader(WebService.header(null, name));
      service.say(nothing);
    }

    @Override
    public List<String> complaints() {
      return service.complaints();
    }

    @Override
    public void close() {
      service.close();
    }
  }
}
