package ch.meinkonto.messages;

import ch.meinkonto.account.ReadablePart;
import ch.meinkonto.platform.web.Page;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts a thread into words for the export that one can read and print. */
@Component
class ExportReading {

  private final Wording wording;
  private final CityNames names;

  ExportReading(Wording wording, CityNames names) {
    this.wording = wording;
    this.names = names;
  }

  ReadablePart.Chapter chapter(OpenedThread thread, List<Letter> letters, Page page) {
    var subject = thread.subject();
    var note =
        page.text(
            "messages.export.note",
            subject.reference(),
            names.unit(subject, page.locale()),
            wording.tag(thread, page).label());
    return new ReadablePart.Chapter(
        names.service(subject, page.locale()),
        note,
        letters.stream().map(letter -> line(letter, subject, page)).toList());
  }

  private ReadablePart.Line line(Letter letter, Subject subject, Page page) {
    var text = new ArrayList<String>();
    for (var words : List.of(wording.sentence(letter, subject, page), letter.body().text())) {
      if (!words.isBlank()) {
        text.add(words.strip());
      }
    }
    for (var file : letter.body().files()) {
      text.add(page.text("messages.export.file", file.name(), Wording.size(file.size())));
    }
    return new ReadablePart.Line(
        page.formats().moment(letter.writtenAt()), wording.from(letter, subject, page), text);
  }
}
