package ch.meinkonto.form;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes a draft as the buttons of a step’s page ask for. */
@Component
class StepChanges {

  private static final Pattern ACTION =
      Pattern.compile("(add|remove|remove-file):([a-z0-9.-]{1,120})");
  private static final Pattern ITEM = Pattern.compile("([a-z0-9-]+)\\.(\\d{1,3})");

  private final Drafts drafts;
  private final DraftUploads uploads;

  StepChanges(Drafts drafts, DraftUploads uploads) {
    this.drafts = drafts;
    this.uploads = uploads;
  }

  /**
   * Does what a button asks for.
   *
   * @return the place on the page that one looks at next; empty when it was none of these buttons
   */
  @Transactional
  public Optional<String> act(Draft draft, Step step, String action) {
    var match = ACTION.matcher(action);
    if (!match.matches()) {
      return Optional.empty();
    }
    var what = match.group(2);
    return Optional.of(
        switch (match.group(1)) {
          case "add" -> add(draft, step, what);
          case "remove" -> remove(draft, step, what);
          default -> removeFile(draft, what);
        });
  }

  private String add(Draft draft, Step step, String id) {
    var group = group(step, id);
    if (group.isEmpty()) {
      return "";
    }
    var changed = drafts.change(draft, given -> StepEntries.withItem(given, group.get()));
    var count = changed.map(d -> StepEntries.items(d.given(), id).size()).orElse(1);
    return id + "." + Math.max(0, count - 1);
  }

  private String remove(Draft draft, Step step, String place) {
    var match = ITEM.matcher(place);
    if (!match.matches() || group(step, match.group(1)).isEmpty()) {
      return "";
    }
    var group = match.group(1);
    var index = Integer.parseInt(match.group(2));
    drafts.change(draft, given -> StepEntries.withoutItem(given, group, index));
    moveFiles(draft, group, index);
    return group;
  }

  /** Files of the removed item go with it; those of the items after it move up. */
  private void moveFiles(Draft draft, String group, int removed) {
    for (var upload : draft.uploads()) {
      var path = upload.path().split("\\.", 3);
      if (path.length == 3 && path[0].equals(group)) {
        var index = Integer.parseInt(path[1]);
        if (index == removed) {
          uploads.remove(draft, upload.id());
        } else if (index > removed) {
          uploads.move(draft, upload, group + "." + (index - 1) + "." + path[2]);
        }
      }
    }
  }

  private String removeFile(Draft draft, String id) {
    return draft.uploads().stream()
        .filter(upload -> upload.id().equals(uuid(id)))
        .findFirst()
        .map(upload -> {
          uploads.remove(draft, upload.id());
          return upload.path();
        })
        .orElse("");
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return new UUID(0, 0);
    }
  }

  private static Optional<Field.GroupField> group(Step step, String id) {
    return step.fields().stream()
        .filter(field -> field.id().equals(id))
        .filter(Field.GroupField.class::isInstance)
        .map(Field.GroupField.class::cast)
        .findFirst();
  }

  /** The draft as it is now, with the files that were just added. */
  Optional<Draft> again(Draft draft) {
    return drafts.find(draft.id(), Optional.of(draft.key())) instanceof Drafts.Found.Open(var now)
        ? Optional.of(now)
        : Optional.empty();
  }

  /** Takes over what was entered on the page. */
  Optional<Draft> save(Draft draft, Step step, Map<String, Object> entered, Set<String> asked) {
    return drafts.change(draft, step, given -> StepEntries.merged(given, step, entered, asked));
  }
}
