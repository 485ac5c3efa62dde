package ch.meinkonto.platform.crypto;

import ch.meinkonto.platform.Command;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gives the portal a new key for signing what it pushes to units, while all goes on. */
@Component
class RotateWebhookKeyCommand implements Command {

  private static final String AT_ONCE = "--at-once";

  private final SigningKeys keys;

  RotateWebhookKeyCommand(SigningKeys keys) {
    this.keys = keys;
  }

  @Override
  public String name() {
    return "rotate-webhook-key";
  }

  @Override
  public String description() {
    return "makes a new key for signing pushes to units; for %d days the old one signs, too; %s: never again, because somebody else has it"
        .formatted(SigningKeys.BOTH.toDays(), AT_ONCE);
  }

  @Override
  public int run(List<String> arguments) {
    if (!List.of(AT_ONCE).containsAll(arguments)) {
      System.err.println("Known is %s.".formatted(AT_ONCE));
      return 1;
    }
    var both = arguments.isEmpty();
    if (both && keys.webhooks().size() > 1) {
      System.err.println(
          "The key was changed less than %d days ago: units may still know only the one before."
              .formatted(SigningKeys.BOTH.toDays()));
      return 1;
    }
    System.out.printf(
        "The new key is %s, published at /.well-known/jwks.json. Every portal signs with it within a minute%s.%n",
        keys.replaceWebhookKey(both),
        both
            ? ", and for %d days with the old one, too".formatted(SigningKeys.BOTH.toDays())
            : "; units refuse pushes until they have read it, and those come again");
    return 0;
  }
}
