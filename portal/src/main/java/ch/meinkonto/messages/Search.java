package ch.meinkonto.messages;

import ch.meinkonto.account.AccountId;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds threads by what is said in them. Nothing about the words is stored in the clear, so the
 * threads are opened in memory, stretch by stretch, and only so many at a time.
 */
@Component
class Search {

  private static final int STRETCH = 50;
  private static final int THREADS = 200;
  private static final int MESSAGES = 1000;
  private static final int HITS = 20;
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Threads threads;
  private final Letters messages;
  private final CityNames names;

  Search(Threads threads, Letters messages, CityNames names) {
    this.threads = threads;
    this.messages = messages;
    this.names = names;
  }

  /**
   * Threads in which all words occur, those with the newest message first.
   *
   * @param before from where on to look further; null for the newest
   */
  Found find(AccountId account, String words, Locale locale, @Nullable UUID before) {
    var wanted = words(words);
    var hits = new ArrayList<OpenedThread>();
    var at = before;
    for (int seen = 0; seen < THREADS; seen += STRETCH) {
      var stretch = threads.page(account, Folder.ALL, at, STRETCH);
      var letters =
          messages.ofThreads(account, stretch.stream().map(OpenedThread::id).toList(), MESSAGES);
      for (var thread : stretch) {
        at = thread.lastMessageId();
        if (matches(thread, letters.getOrDefault(thread.id(), List.of()), wanted, locale)) {
          hits.add(thread);
          if (hits.size() == HITS) {
            return new Found(List.copyOf(hits), at);
          }
        }
      }
      if (stretch.size() < STRETCH) {
        return new Found(List.copyOf(hits), null);
      }
    }
    return new Found(List.copyOf(hits), at);
  }

  private boolean matches(
      OpenedThread thread, List<Letter> letters, List<String> wanted, Locale locale) {
    var all = new StringBuilder();
    all.append(thread.subject().reference()).append(' ');
    all.append(thread.subject().reference().replace("-", "")).append(' ');
    all.append(names.unit(thread.subject(), locale)).append(' ');
    all.append(names.service(thread.subject(), locale));
    for (var letter : letters) {
      all.append(' ').append(letter.body().text());
      letter.body().files().forEach(file -> all.append(' ').append(file.name()));
    }
    var folded = fold(all.toString());
    return wanted.stream().allMatch(folded::contains);
  }

  private static List<String> words(String text) {
    return Arrays.stream(SPACES.split(fold(text).strip()))
        .filter(word -> !word.isEmpty())
        .limit(8)
        .toList();
  }

  /** Without case and accents, so that «zuegeln» is not found by «zügeln», but «Zügeln» is. */
  static String fold(String text) {
    return ACCENTS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replace("ß", "ss");
  }

  /**
   * What was found so far.
   *
   * @param next where to look further, null when all threads were looked through
   */
  record Found(List<OpenedThread> threads, @Nullable UUID next) {}
}
