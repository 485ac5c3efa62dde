package ch.meinkonto.platform.crypto;

import ch.meinkonto.platform.Command;
import ch.meinkonto.platform.PortalSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Gives the master key a new key and seals everything anew under it. Portals that run meanwhile
 * read the file again when they meet the new key, and at the latest after half a minute; the old
 * keys stay in the file, so nothing ever fails to open.
 */
@Component
class RotateMasterKeyCommand implements Command {

  private final PortalSettings settings;
  private final MasterKey masterKey;
  private final List<UnderMasterKey> sealed;

  RotateMasterKeyCommand(
      PortalSettings settings, MasterKey masterKey, List<UnderMasterKey> sealed) {
    this.settings = settings;
    this.masterKey = masterKey;
    this.sealed = sealed;
  }

  @Override
  public String name() {
    return "rotate-master-key";
  }

  @Override
  public String description() {
    return "adds a new master key and seals everything anew under it; --continue: only the latter";
  }

  @Override
  public int run(List<String> arguments) {
    if (!settings.masterKey().isBlank()) {
      System.err.println(
          "The master key is in the environment (MASTER_KEY). Put it into a file (MASTER_KEY_FILE)"
              + " that all nodes read, then rotate it.");
      return 1;
    }
    var interrupted = sealed.stream().mapToInt(UnderMasterKey::left).sum();
    if (interrupted > 0) {
      System.out.println("An earlier rotation is not complete: going on with it.");
    } else if (!arguments.contains("--continue")) {
      addKey(MasterKeySource.file(settings));
      masterKey.refresh();
      System.out.println("The master key has a new key.");
    }
    sealed.forEach(kind -> System.out.printf("%d %s sealed anew.%n", kind.sealAnew(), kind.what()));
    return 0;
  }

  private static void addKey(Path file) {
    try {
      MasterKeySource.replace(file, MasterKey.rotate(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("The master key could not be read", e);
    }
  }
}
