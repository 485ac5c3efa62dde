package ch.meinkonto.messages;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The inbox, the archive, and what is found in them. */
@Controller
class InboxPages {

  private static final String PATH = "/mitteilungen";
  private static final int SIZE = 20;

  private final Threads threads;
  private final Search search;
  private final SoughtWords sought;
  private final Wording wording;
  private final CityNames names;

  InboxPages(Threads threads, Search search, SoughtWords sought, Wording wording, CityNames names) {
    this.threads = threads;
    this.search = search;
    this.sought = sought;
    this.wording = wording;
    this.names = names;
  }

  @GetMapping(PATH)
  String inbox(
      Visitor visitor,
      @ModelAttribute("page") Page page,
      @RequestParam(name = "ordner", defaultValue = "") String code,
      @RequestParam(name = "suche", defaultValue = "") String sealed,
      @RequestParam(name = "vor", required = false) @Nullable UUID before,
      @RequestParam(name = "weggelegt", required = false) @Nullable UUID putAway,
      Model model) {
    var account = new AccountId(visitor.accountId());
    var words = sealed.isEmpty() ? "" : sought.open(account, sealed).orElse("");
    var folder = words.isEmpty() ? Folder.of(code) : Folder.ALL;
    var found =
        words.isEmpty()
            ? stretch(account, folder, before)
            : search.find(account, words, page.locale(), before);
    model.addAttribute(
        "inbox",
        new InboxView(
            folder == Folder.ALL ? "" : folder.code(),
            words,
            found.threads().stream().map(thread -> item(thread, page)).toList(),
            page.unread(),
            threads.unopenedThreads(account),
            before == null,
            found.next() == null
                ? null
                : address(folder, words.isEmpty() ? "" : sealed, found.next()),
            putAway == null ? null : putAway.toString()));
    return "messages/inbox";
  }

  /** What is looked for comes in the body, and leads to an address that does not tell it. */
  @PostMapping(PATH + "/suche")
  String look(Visitor visitor, @RequestParam(name = "q", defaultValue = "") String query) {
    var words = query.strip();
    return words.isEmpty() || words.length() > SoughtWords.LONGEST
        ? "redirect:" + PATH
        : "redirect:" + PATH + "?suche=" + sought.seal(new AccountId(visitor.accountId()), words);
  }

  private Search.Found stretch(AccountId account, Folder folder, @Nullable UUID before) {
    List<OpenedThread> found = threads.page(account, folder, before, SIZE + 1);
    return found.size() <= SIZE
        ? new Search.Found(found, null)
        : new Search.Found(found.subList(0, SIZE), found.get(SIZE - 1).lastMessageId());
  }

  private InboxView.Item item(OpenedThread thread, Page page) {
    var newest = thread.newest();
    var at = newest == null ? Instant.EPOCH : newest.writtenAt();
    return new InboxView.Item(
        "/mitteilungen/" + thread.id(),
        names.service(thread.subject(), page.locale()),
        names.unit(thread.subject(), page.locale()),
        wording.when(at, page),
        at.toString(),
        thread.unread() > 0,
        wording.excerpt(thread, page),
        wording.tag(thread, page));
  }

  private static String address(Folder folder, String sealed, UUID next) {
    var address = UriComponentsBuilder.fromPath(PATH).queryParam("vor", next);
    if (!sealed.isEmpty()) {
      return address.queryParam("suche", sealed).toUriString();
    }
    if (!folder.code().isEmpty()) {
      address.queryParam("ordner", folder.code());
    }
    return address.toUriString();
  }
}
