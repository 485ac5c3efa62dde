package ch.meinkonto.connector.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.connector.ChannelRefused;
import ch.meinkonto.connector.handover.FolderLock;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

  @TempDir private Path root;
  private Layout layout;

  @BeforeEach
  void makeTheFolder() throws IOException {
    layout = new Rig(root).layout;
  }

  /** Another connector that holds the folder of its argument until its input ends. */
  public static final class Other {

    private Other() {}

    @SuppressWarnings("SystemOut") // how it tells the test
    public static void main(String[] arguments) throws Exception {
      Layout layout = new Layout(Path.of(arguments[0]));
      FolderLock held = FolderLock.take("other", layout.root(), layout.own());
      System.out.write('x');
      System.out.flush();
      System.in.read();
      held.close();
    }
  }

  @Test
  void keepsAnotherConnectorOutUntilThisOneEnds() throws Exception {
    Process other =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Other.class.getName(),
                root.toString())
            .start();
    assertThat(other.getInputStream().read()).isEqualTo('x');
    assertThatThrownBy(() -> FolderLock.take("fundbuero", layout.root(), layout.own()))
        .isInstanceOf(ChannelRefused.class)
        .hasMessageContainingAll("fundbuero", root.toString(), "used by another connector");

    other.getOutputStream().close();
    other.waitFor();
    FolderLock.take("fundbuero", layout.root(), layout.own()).close();
  }

  @Test
  void keepsAnotherUnitOfTheSameConnectorOut() throws Exception {
    try (FolderLock mine = FolderLock.take("fundbuero", layout.root(), layout.own())) {
      assertThat(mine).isNotNull();
      assertThatThrownBy(() -> FolderLock.take("polizei", layout.root(), layout.own()))
          .hasMessageContainingAll("polizei", "another unit of this connector");
    }
    FolderLock.take("polizei", layout.root(), layout.own()).close();
  }
}
